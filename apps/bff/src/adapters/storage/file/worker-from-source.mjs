// Lets the worker run from its TypeScript source, in development and in tests. Not part of the bundle.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
