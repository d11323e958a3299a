import type { UpdateTemplate } from './schemas.ts';

/** Delivered; administrators change them. External ones speak of what customers feel, not of machines. */
export const DEFAULT_TEMPLATES: readonly UpdateTemplate[] = [
  {
    id: 'internal-first',
    name: 'First word',
    audience: 'internal',
    severities: [],
    statuses: ['detected', 'investigating'],
    text: `{{severity}}: {{title}}, since {{started}}. Status: {{status}}.
Impact: {{impact.users}}
Services: {{services}}
Commander: {{commander}}`,
  },
  {
    id: 'internal-progress',
    name: 'Progress',
    audience: 'internal',
    severities: [],
    statuses: ['identified', 'mitigating'],
    text: `{{severity}}: {{title}}, for {{duration}}. Status: {{status}}.
Impact: {{impact.users}}
Cause: {{cause}}
We are doing: {{action}}`,
  },
  {
    id: 'internal-resolved',
    name: 'Resolved',
    audience: 'internal',
    severities: [],
    statuses: ['resolved'],
    text: `{{title}} is resolved after {{duration}}.
Impact: {{impact.users}}
Cause: {{cause}}`,
  },
  {
    id: 'external-investigating',
    name: 'Investigating',
    audience: 'external',
    severities: [],
    statuses: ['detected', 'investigating'],
    text: `We are investigating a problem that began at {{started}}.

{{impact.users}}

We are sorry for the disruption.`,
  },
  {
    id: 'external-identified',
    name: 'Identified',
    audience: 'external',
    severities: [],
    statuses: ['identified'],
    text: `We have found the cause of the problem that began at {{started}}, and are working on it.

{{impact.users}}`,
  },
  {
    id: 'external-monitoring',
    name: 'Monitoring',
    audience: 'external',
    severities: [],
    statuses: ['mitigating'],
    text: `We have taken measures against the problem that began at {{started}}, and are monitoring whether they hold.

{{impact.users}}`,
  },
  {
    id: 'external-resolved',
    name: 'Resolved',
    audience: 'external',
    severities: [],
    statuses: ['resolved'],
    text: `The problem that began at {{started}} is resolved. It lasted {{duration}}.

While it lasted: {{impact.users}}

Thank you for your patience.`,
  },
];
