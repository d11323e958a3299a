import { userActor, type Actor } from '@sitrep/shared/kernel/actor';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { INTEGRATIONS_STREAM } from '@sitrep/shared/integrations/commands';
import { noIntegrations, type Integrations } from '@sitrep/shared/integrations/state';
import { DIRECTORY_STREAM } from '@sitrep/shared/people/commands';
import { emptyDirectory, type Directory, type Person } from '@sitrep/shared/people/state';
import type { OpenSet } from '../projections/open-set.ts';

/** People and integrations as they are now. */
export class DirectoryView {
  readonly #openSet: OpenSet;

  constructor(openSet: OpenSet) {
    this.#openSet = openSet;
  }

  get directory(): Directory {
    return (this.#openSet.get(DIRECTORY_STREAM)?.state as Directory | undefined) ?? emptyDirectory;
  }

  get integrations(): Integrations {
    return (this.#openSet.get(INTEGRATIONS_STREAM)?.state as Integrations | undefined) ?? noIntegrations;
  }

  /** Somebody whose account is active. */
  person(id: UserId): Person | undefined {
    const person = this.directory.people[id];
    return person?.active === true ? person : undefined;
  }

  /** With today's rights; nobody for an account that was taken away. */
  actor(id: UserId): Actor | undefined {
    const person = this.person(id);
    return person === undefined ? undefined : userActor(person.id, person.role);
  }
}
