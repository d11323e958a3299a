import { localDay } from '../../../widgets/time-format.ts';

/** The day in the reader's zone. Neighbours mostly share it, and ten thousand dates take their time. */
export const createDayOf = (): ((at: number) => string) => {
  let begin = 0;
  let end = 0;
  let day = '';
  return (at) => {
    if (at >= begin && at < end) return day;
    const date = new Date(at);
    date.setHours(0, 0, 0, 0);
    begin = date.getTime();
    date.setDate(date.getDate() + 1);
    end = date.getTime();
    day = localDay(at);
    return day;
  };
};
