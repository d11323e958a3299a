import { linkParts } from '../link-parts.ts';

export const LinkedText = ({ text }: { text: string }) => (
  <>
    {linkParts(text).map((part, index) =>
      part.kind === 'link' ? (
        <a
          key={index}
          href={part.text}
          target="_blank"
          rel="noreferrer noopener"
          className="text-accent underline underline-offset-2"
        >
          {part.text}
        </a>
      ) : (
        part.text
      ),
    )}
  </>
);
