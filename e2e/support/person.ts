import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { Api } from './api.ts';
import type { PageWatch } from './page-watch.ts';

export type Identity = { readonly name: string; readonly handle: string };

/** Somebody at a browser of their own. */
export class Person {
  constructor(
    readonly identity: Identity,
    readonly page: Page,
    readonly context: BrowserContext,
    readonly watch: PageWatch,
    readonly address: string,
  ) {}

  get name(): string {
    return this.identity.name;
  }

  /** At the same browser: as somebody does who has closed theirs by mistake. */
  async opensAnotherTab(): Promise<Person> {
    return new Person(this.identity, await this.context.newPage(), this.context, this.watch, this.address);
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
  }

  get api(): Api {
    return new Api(this.context.request, this.address);
  }

  command(type: string, input: Readonly<Record<string, unknown>>): Promise<CommandAnswer> {
    return this.api.command(type, input);
  }

  /** Declares without the page. Answers the key. */
  async declares(title: string, more: Readonly<Record<string, unknown>> = {}): Promise<{ id: string; key: string }> {
    const { events } = await this.command('incident.declare', { title, ...more });
    const declared = events.find((event) => event.type === 'incident.declared');
    if (declared === undefined) throw new Error('Nothing was declared.');
    return { id: declared.stream.replace('incident/', ''), key: declared.data.key };
  }

  async opensRoom(key: string): Promise<Room> {
    await this.goto(`/incidents/${key}`);
    await expect(this.room.header).toContainText(key);
    return this.room;
  }

  get room(): Room {
    return new Room(this.page);
  }

  get board(): Locator {
    return this.page.getByRole('list', { name: 'Open incidents' });
  }

  row(title: string): Locator {
    return this.board.getByRole('listitem').filter({ hasText: title });
  }
}

/** Where things are in an incident's room, by the names that people read or hear. */
export class Room {
  readonly header: Locator;
  readonly severity: Locator;
  readonly status: Locator;
  readonly composer: Locator;
  readonly log: Locator;

  constructor(readonly page: Page) {
    this.header = page.getByRole('region', { name: 'Incident', exact: true });
    this.severity = this.header.getByRole('button', { name: /^Severity SEV\d: change/ });
    this.status = this.header.getByRole('button', { name: /^Status \w+: change/ });
    this.composer = page.getByRole('combobox', { name: 'Write on the timeline' });
    this.log = page.getByRole('log', { name: 'Timeline entries' });
  }

  role(name: string): Locator {
    return this.header.getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  entry(text: string | RegExp): Locator {
    return this.log.getByRole('listitem').filter({ hasText: text });
  }

  async writes(line: string): Promise<void> {
    await this.composer.fill(line);
    await this.composer.press('Enter');
  }

  async choosesStatus(status: string): Promise<void> {
    await this.status.click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${status}`) }).click();
    await expect(this.header.getByRole('button', { name: `Status ${status}: change` })).toBeVisible();
  }

  /** What can be done with the entry. */
  async opensMenuOf(entry: Locator): Promise<void> {
    await entry.hover();
    await entry.getByRole('button', { name: /^Entry of .*: actions$/ }).click();
  }

  chooses(item: string | RegExp): Promise<void> {
    return this.page.getByRole('menuitem', { name: item }).click();
  }
}
