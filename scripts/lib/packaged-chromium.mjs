import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

/** Linux on x64 only; unpacked once into .cache and moved there whole. */
export async function packagedChromium() {
  const manifest = inRoot('node_modules/@sparticuz/chromium/package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = inRoot('.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    source: `@sparticuz/chromium ${version}`,
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
}

/** It unpacks into TMPDIR and decides at import what to unpack, hence a process of its own. @param {string} folder */
async function unpack(folder) {
  const temporary = `${folder}-${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  const program = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  const { code, output } = await runNode(['--input-type=module', '--eval', program], {
    quiet: true,
    env: { TMPDIR: temporary, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  if (code === 0 && !existsSync(folder)) {
    writeFileSync(path.join(temporary, 'fonts/fonts.conf'), fontsConfiguration(folder));
    renameSync(temporary, folder);
  }
  rmSync(temporary, { recursive: true, force: true });
  if (code !== 0) throw new Error(`@sparticuz/chromium: ${output.trim()}`);
}

/** The one in the package looks for fonts only where Lambda has them. @param {string} folder */
const fontsConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
