// First import of every script: says in one line what is wrong before anything newer is touched.
const wanted = '20.19.0';

/** @param {string} version */
const numbers = (version) => version.split('.').map(Number);

/**
 * @param {string} version
 * @param {string} [minimum]
 */
export function isOldNode(version, minimum = wanted) {
  const [major = 0, minor = 0] = numbers(version);
  const [minMajor = 0, minMinor = 0] = numbers(minimum);
  return major < minMajor || (major === minMajor && minor < minMinor);
}

if (isOldNode(process.versions.node)) {
  console.error(`Sitrep needs Node.js ${wanted} or newer; this is ${process.versions.node} (${process.execPath}).`);
  process.exit(1);
}
