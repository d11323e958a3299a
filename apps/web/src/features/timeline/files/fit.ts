export type Size = { readonly width: number; readonly height: number };

/** As large as it may be within a square, never larger than it is. */
export const fit = ({ width, height }: Size, edge: number): Size => {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};
