import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import type { MitigationId, ObjectionId } from '../kernel/ids.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { collidingMitigations, type MitigationCollision } from './collisions.ts';
import { aboutOf, found, foundFor, isLeader, nameOf, saying, type About, type Deciding } from './deciding.ts';
import { standingObjections, type Mitigation } from './state.ts';
import { OBJECTIONS_PER_MITIGATION } from './values.ts';

export const object: Deciding<About & { objectionId: ObjectionId; reason: string }> = (command, room, { facts }) => {
  const mitigation = foundFor('object', room, command.mitigationId, facts);
  const { objectionId, reason } = command;
  if (mitigation.objections.some(({ id }) => id === objectionId)) {
    throw new Refusal('conflict', 'This objection is there already.', { current: { objectionId } });
  }
  if (mitigation.objections.length >= OBJECTIONS_PER_MITIGATION) {
    throw new Refusal('conflict', `A mitigation takes ${OBJECTIONS_PER_MITIGATION} objections at most.`);
  }
  return [{ type: 'mitigation.objected', data: { ...aboutOf(mitigation), objectionId, reason } }];
};

export const withdrawObjection: Deciding<About & { objectionId: ObjectionId } & Undoing> = (
  { mitigationId, objectionId, undoOf },
  room,
  { actor, facts },
) => {
  const mitigation = found(room, mitigationId);
  const objection = mitigation.objections.find(({ id }) => id === objectionId);
  if (objection === undefined) throw new Refusal('not-found', 'There is no such objection.');
  if (objection.withdrawnAt !== undefined) return [];
  foundFor('withdraw-objection', room, mitigationId, facts);
  stepBack(mitigation.change, { mitigationId, objectionId }, { undoOf, actor, to: objectionId });
  if (objection.by !== actor.ref && !isLeader(room, actor)) {
    throw new Refusal(
      'forbidden',
      `This is for ${nameOf(objection.by, facts)}, who objected, and the incident's commander or deputy.`,
    );
  }
  return [
    { type: 'mitigation.objection-withdrawn', data: { ...aboutOf(mitigation), objectionId, ...takingBack(undoOf) } },
  ];
};

type Approval = {
  note?: string | undefined;
  revision: number;
  objections: readonly ObjectionId[];
  collisions: readonly MitigationId[];
};

export const approve: Deciding<About & Approval> = (command, room, { now, facts }) => {
  const mitigation = foundFor('approve', room, command.mitigationId, facts);
  mustHaveSeen(mitigation, command);
  const collisions = collidingMitigations(room.mitigations.items, mitigation, now);
  mustHaveSeenCollisions(mitigation, collisions, command.collisions);
  const { owner } = mitigation.plan;
  return [
    {
      type: 'mitigation.approved',
      data: {
        ...aboutOf(mitigation),
        revision: mitigation.revision,
        ...saying('note', command.note),
        ...(owner === undefined ? {} : { owner }),
        despite: standingObjections(mitigation).map(({ id }) => id),
        collisions: collisions.map((one) => one.mitigation.id),
      },
    },
  ];
};

/** Nobody approves what they have not seen: neither an amendment nor an objection that came meanwhile. */
const mustHaveSeen = (mitigation: Mitigation, { revision, objections }: Approval): void => {
  const standing = standingObjections(mitigation);
  const current = { revision: mitigation.revision, objections: standing.map(({ id }) => id) };
  if (revision !== mitigation.revision) {
    throw new Refusal('conflict', `M${mitigation.number} was amended meanwhile. Look at it again before you approve.`, {
      current,
    });
  }
  const unseen = standing.filter(({ id }) => !objections.includes(id));
  const [first] = unseen;
  if (first === undefined) return;
  const more = unseen.length === 1 ? '' : `, and ${unseen.length - 1} more`;
  throw new Refusal(
    'conflict',
    `There is an objection to M${mitigation.number}: “${first.reason}”${more}. Look at it before you approve.`,
    { current },
  );
};

const mustHaveSeenCollisions = (
  { number }: Mitigation,
  collisions: readonly MitigationCollision[],
  seen: readonly MitigationId[],
): void => {
  const unseen = collisions.filter(({ mitigation }) => !seen.includes(mitigation.id));
  if (unseen.length === 0) return;
  const named = unseen.map(
    ({ mitigation, services }) =>
      `M${mitigation.number} “${mitigation.plan.title}” (${mitigation.status}) on ${services.join(', ')}`,
  );
  throw new Refusal('conflict', `M${number} collides with ${named.join('; ')}. Look at it before you approve.`, {
    current: { collisions: collisions.map(({ mitigation }) => mitigation.id) },
  });
};

export const reject: Deciding<About & { reason: string }> = ({ mitigationId, reason }, room, { facts }) => {
  const mitigation = foundFor('reject', room, mitigationId, facts);
  return [{ type: 'mitigation.rejected', data: { ...aboutOf(mitigation), reason } }];
};

export const halt: Deciding<About & { reason?: string | undefined }> = ({ mitigationId, reason }, room, { facts }) => {
  const mitigation = foundFor('halt', room, mitigationId, facts);
  return [{ type: 'mitigation.halted', data: { ...aboutOf(mitigation), ...saying('reason', reason) } }];
};
