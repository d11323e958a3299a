import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { parsePasted } from './parse-pasted.ts';

/** What can be made of what was just pasted. */
export type PasteOffer = {
  /** With the line ends of a field. */
  readonly text: string;
  /** How many entries it would be; 0 where it is too few of them to ask. */
  readonly dated: number;
  /** It was not let in. */
  readonly tooLong: boolean;
};

export const MOST_CHARACTERS = 20_000;
const FEWEST_LINES = 3;
// Parsing keeps the page waiting; more than this is a file.
const MOST_PARSED = 200_000;

type Ports = { readonly length: () => number; readonly onFiles: (files: readonly File[]) => void };

type PasteIn = {
  readonly offer: PasteOffer | undefined;
  readonly dismiss: () => void;
  readonly dragging: boolean;
  readonly handlers: {
    readonly onPaste: (event: ClipboardEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

/** Files become attachments; dated lines stay text, with an offer; what is too long is not let in at all. */
export const usePasteIn = ({ length, onFiles }: Ports): PasteIn => {
  const [offer, setOffer] = useState<PasteOffer>();
  const [dragging, setDragging] = useState(false);

  /** Says whether it was taken care of: the browser must not put it into the field. */
  const take = (data: DataTransfer): boolean => {
    const text = data.getData('text/plain');
    const files = [...data.files];
    // A table that was copied is also a picture of it: whoever pastes it here means the words.
    if (files.length > 0 && text === '') {
      onFiles(files);
      return true;
    }
    const dated = text.length <= MOST_PARSED ? parsePasted(text).messages.length : 0;
    const tooLong = text.length + length() > MOST_CHARACTERS;
    const enough = dated >= FEWEST_LINES;
    if (enough || tooLong) setOffer({ text: text.replaceAll(/\r\n?/g, '\n'), dated: enough ? dated : 0, tooLong });
    return tooLong;
  };
  const takesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

  return {
    offer,
    dismiss: () => setOffer(undefined),
    dragging,
    handlers: {
      onPaste: (event) => {
        setOffer(undefined);
        if (take(event.clipboardData)) event.preventDefault();
      },
      onDragOver: (event) => {
        if (!takesFiles(event)) return;
        event.preventDefault();
        setDragging(true);
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
      },
      onDrop: (event) => {
        setDragging(false);
        if (take(event.dataTransfer)) event.preventDefault();
      },
    },
  };
};
