export const updatePhrases = {
  approvalRequested: '{actor} asked for approval of a public update',
  approved: '{actor} approved the public update',
  changesRequested: '{actor} asked for changes to the public update: {reason}',
  held: { internal: '{actor} held the internal update', external: '{actor} held the public update' },
  published: {
    internal: '{name} told the organisation: {text}',
    external: '{name} told customers: {text}',
  },
  publishedWithoutApproval: '{name} told customers, without approval because “{reason}”: {text}',
} as const;
