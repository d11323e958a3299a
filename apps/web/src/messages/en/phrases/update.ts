export const updatePhrases = {
  approvalRequested: '{actor} asked for approval of a public update',
  approved: '{actor} approved the public update',
  changesRequested: '{actor} asked for changes to the public update: {reason}',
  publishing: {
    internal: '{actor} sent an internal update on its way',
    external: '{actor} sent a public update on its way',
  },
  publishingWithoutApproval: '{actor} sent a public update on its way without approval: {reason}',
  held: { internal: '{actor} held the internal update', external: '{actor} held the public update' },
  published: { internal: 'Internal update: {text}', external: 'Public update: {text}' },
  publishedWithoutApproval: 'Public update, published without approval: {text}',
} as const;
