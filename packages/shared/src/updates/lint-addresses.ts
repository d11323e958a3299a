import { matchesOf, overlaps, withoutOverlaps, type Span } from './lint-spans.ts';

const LINK = /\bhttps?:\/\/[^\s<>)"'\]]*[^\s<>)"'\].,;:!?]/giu;
const HOST = /(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{2,5})?(?![\w-])/giu;
const HOST_AND_PORT = /(?<![\w./-])[a-z][\w-]*:\d{4,5}\b/giu;
const IPV4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|:\d{2,5})?(?![\w.]*\d)/gu;
const IPV6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?::[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)(?![\w:])/giu;
const MACHINE =
  /(?<![\w.-])(?:db|pg|sql|mysql|postgres|mongo|redis|kafka|rabbit|es|web|app|api|srv|server|host|vm|node|lb|proxy|cache|worker|queue|master|primary|replica|shard|k8s|ip|gw|edge)(?:-[a-z0-9]+)*-?\d[\w-]*(?![\w.-]*\w)/giu;

const INTERNAL_ENDINGS =
  /(?:^|\.)(?:local|localhost|internal|corp|lan|intranet|intra|svc|cluster|private|prod|staging|home|arpa)(?:\.|$)/iu;
const VERSION_BEFORE = /\b(?:version|release|build|v)\s*$/iu;

/** Addresses and names of machines that mean nothing to customers; the address of a public page is none. */
export const addressesIn = (text: string): readonly Span[] => {
  const links = matchesOf(text, LINK);
  const internalLinks = links.filter((span) => isInternalHost(hostOf(text.slice(span.from, span.to))));
  const bare = [
    ...matchesOf(text, HOST).filter((span) => isInternalHost(withoutPort(text.slice(span.from, span.to)))),
    ...matchesOf(text, HOST_AND_PORT),
    ...matchesOf(text, IPV4).filter((span) => isIpv4(text, span)),
    ...matchesOf(text, IPV6),
    ...matchesOf(text, MACHINE),
  ].filter((span) => !links.some((link) => overlaps(link, span)));
  return withoutOverlaps([...internalLinks, ...bare]);
};

const hostOf = (link: string): string => withoutPort(link.replace(/^https?:\/\//iu, '').split(/[/?#]/u)[0] ?? '');

const withoutPort = (host: string): string => host.replace(/:\d+$/u, '');

const isInternalHost = (host: string): boolean =>
  !host.includes('.') || INTERNAL_ENDINGS.test(host) || /^(?:\d{1,3}\.){3}\d{1,3}$/u.test(host);

const isIpv4 = (text: string, { from, to }: Span): boolean =>
  !VERSION_BEFORE.test(text.slice(0, from)) &&
  withoutPort(text.slice(from, to).replace(/\/\d+$/u, ''))
    .split('.')
    .every((octet) => Number(octet) <= 255);
