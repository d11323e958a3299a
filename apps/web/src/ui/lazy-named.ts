import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { patiently } from './patiently.ts';

type Components<Name extends string, Props> = { readonly [N in Name]: ComponentType<Props> };

/** A component of a module of its own, by its name: loaded when first shown. */
export const lazyNamed = <Name extends string, Props>(
  load: () => Promise<Components<Name, Props>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: (await patiently(load)())[name] }));
