import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SeverityMark } from './severity-mark.tsx';
import { StatusPie } from './status-pie.tsx';

const paths = (markup: string): readonly string[] => [...markup.matchAll(/ d="([^"]*)"/g)].map(([, path = '']) => path);

describe('marks', () => {
  it('[UI-5] tell each severity by its shape and by its digit, besides the colour', () => {
    const marks = ([1, 2, 3, 4] as const).map((severity) =>
      paths(renderToStaticMarkup(<SeverityMark severity={severity} />)),
    );
    for (const mark of marks) expect(mark).toHaveLength(2);
    expect(new Set(marks.map(([shape]) => shape)).size).toBe(4);
    expect(new Set(marks.map(([, digit]) => digit)).size).toBe(4);
  });

  it('[UI-5] tell each status by its figure alone', () => {
    const figures = (['dashed', 'quarter', 'half', 'three-quarters', 'tick', 'square', 'cross'] as const).map(
      (progress) => renderToStaticMarkup(<StatusPie progress={progress} />).replaceAll(/ class="[^"]*"/g, ''),
    );
    expect(new Set(figures).size).toBe(figures.length);
  });

  it('[UI-5] are decoration beside words, at any size', () => {
    expect(renderToStaticMarkup(<SeverityMark severity={1} size={96} />)).toMatch(/aria-hidden="true"/);
    expect(renderToStaticMarkup(<SeverityMark severity={1} size={96} />)).toMatch(/width="96" height="96"/);
  });
});
