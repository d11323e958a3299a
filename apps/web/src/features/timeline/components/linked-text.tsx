import { IncidentLink } from '../../../widgets/incident-link.tsx';
import { linkParts } from '../link-parts.ts';

/** `own`: the incident one is in, which needs no link to itself. */
export const LinkedText = ({ text, own }: { text: string; own?: string }) => (
  <>
    {linkParts(text).map((part, index) =>
      part.kind === 'incident' && part.text !== own ? (
        <IncidentLink key={index} idOrKey={part.text}>
          {part.text}
        </IncidentLink>
      ) : part.kind === 'link' ? (
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
