/**
 * @typedef {object} Import
 * @property {string} from the importing file, from the root of the repository
 * @property {string} to a file from the root of the repository, or a package's specifier (`zod/mini`, `node:fs`)
 * @property {boolean} isPackage
 */
/** @typedef {{ name: string, breaks: (edge: Import) => boolean, instead: string }} Rule */

/** What a domain shows the others: ids, and the vocabulary of its values. Domains that tell of others also read their events. */
const readers = ['timeline', 'roster', 'clocks', 'insights', 'comms'];
/** Read-side views, folded from whole domains; no domain may know them. */
const views = ['board', 'rooms'];

const domainOf = (/** @type {string} */ file) => /^packages\/shared\/src\/([^/]+)\//.exec(file)?.[1];
const featureOf = (/** @type {string} */ file) => /^apps\/web\/src\/features\/([^/]+)\//.exec(file)?.[1];
/** @param {string | undefined} name @returns {name is string} */
const isDomain = (name) => name !== undefined && name !== 'kernel' && name !== 'protocol';
const isTest = (/** @type {string} */ file) => /\.(test|spec|e2e)\.tsx?$|\/testing\//.test(file);

/** @param {string} folder */
const within = (folder) => (/** @type {string} */ file) => file.startsWith(`${folder}/`);
const inShared = within('packages/shared/src');
const inKernel = within('packages/shared/src/kernel');
const inProtocol = within('packages/shared/src/protocol');
const inBff = within('apps/bff/src');
const inWeb = within('apps/web/src');
const inUi = within('apps/web/src/ui');
const inLive = within('apps/web/src/live');
const inWebApp = within('apps/web/src/app');
const inPorts = within('apps/bff/src/ports');
const inAdapters = within('apps/bff/src/adapters');

/** Files that put the concrete classes together. */
const compositionRoots = [
  'apps/bff/src/main.ts',
  'apps/bff/src/cli.ts',
  'apps/bff/src/cli/demo.ts',
  'apps/bff/src/serve.ts',
];

/** @type {Rule[]} */
export const rules = [
  {
    name: 'shared is pure',
    breaks: ({ from, to, isPackage }) => inShared(from) && !isTest(from) && isPackage && !/^zod(\/|$)/.test(to),
    instead:
      'packages/shared may use nothing but zod: pass time, ids and I/O in, and keep Node and React in the applications',
  },
  {
    name: 'kernel knows no domain',
    breaks: ({ from, to, isPackage }) => inKernel(from) && !isTest(from) && !isPackage && !inKernel(to),
    instead: 'the kernel imports only itself: turn the need into a type parameter or a registration',
  },
  {
    name: 'domains know each other by id',
    breaks: ({ from, to, isPackage }) => {
      const [own, other] = [domainOf(from), domainOf(to)];
      if (isPackage || isTest(from) || !isDomain(own) || !isDomain(other) || own === other) return false;
      if (views.includes(own)) return false;
      return !(readers.includes(own) ? /\/(ids|values|events)\.ts$/ : /\/(ids|values)\.ts$/).test(to);
    },
    instead: `import the other domain's ids.ts or values.ts (${readers.join(', ')}: also its events.ts), or take what you need as a fact of the command`,
  },
  {
    name: 'domains do not know the protocol',
    breaks: ({ from, to }) => isDomain(domainOf(from)) && !isTest(from) && inProtocol(to),
    instead: 'the protocol is built from the domains: move the type into the domain',
  },
  {
    name: 'shared knows no application',
    breaks: ({ from, to }) => inShared(from) && (inBff(to) || inWeb(to)),
    instead: 'move the code that both need into packages/shared',
  },
  {
    name: 'applications do not know each other',
    breaks: ({ from, to }) => (inBff(from) && inWeb(to)) || (inWeb(from) && inBff(to)),
    instead: 'what both need belongs in packages/shared',
  },
  {
    name: 'the web app has no Node',
    breaks: ({ from, to, isPackage }) => inWeb(from) && !isTest(from) && isPackage && to.startsWith('node:'),
    instead: 'use the web platform',
  },
  {
    name: 'features do not know each other',
    breaks: ({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    },
    instead: 'let a route in apps/web/src/app put the two together, or move the part without domain words to ui/',
  },
  {
    name: 'features and live do not know the app',
    breaks: ({ from, to }) =>
      inWeb(from) && !inWebApp(from) && inWebApp(to) && from !== 'apps/web/src/main.tsx' && !isTest(from),
    instead: 'the app puts features together, never the reverse: pass it in, or move it to live/ or ui/',
  },
  {
    name: 'ui and live know no feature',
    breaks: ({ from, to }) =>
      (inUi(from) && (featureOf(to) !== undefined || inLive(to))) || (inLive(from) && featureOf(to) !== undefined),
    instead: 'pass it in as a property or a parameter',
  },
  {
    name: 'ports know no implementation',
    breaks: ({ from, to, isPackage }) => inPorts(from) && !isTest(from) && !isPackage && inBff(to) && !inPorts(to),
    instead: 'a port is owned by the core: turn the dependency around',
  },
  {
    name: 'only the composition root knows adapters',
    breaks: ({ from, to }) =>
      inBff(from) && inAdapters(to) && !inAdapters(from) && !isTest(from) && !compositionRoots.includes(from),
    instead: 'take the port as a dependency; apps/bff/src/main.ts chooses the adapter',
  },
  {
    name: 'production code knows no test',
    breaks: ({ from, to }) => (inShared(from) || inBff(from) || inWeb(from)) && !isTest(from) && isTest(to),
    instead: 'move what production needs out of the test code',
  },
];
