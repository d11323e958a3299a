/** A full disk or a closed pipe behind these, as in `| head`, must not end the process. */
export const surviveClosedOutput = (): void => {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
};
