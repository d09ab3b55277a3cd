import { css, html, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { editedOffice, type List, type OfficeChange } from '../../../shared/office/structure/change.ts'
import { mayChange } from '../../../shared/office/structure/own-part.ts'
import { MOST } from '../../../shared/office/structure/sound.ts'
import { adminPapersText as moves } from '../../../shared/text/admin-papers.ts'
import { listPageText as words } from '../../../shared/text/list-pages.ts'
import { t } from '../../../shared/web/lang.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { movedDown, movedUp } from '../papers/draft-asking.ts'
import { memberName } from '../said/structure-words.ts'
import { foldedStyles } from './form-styles.ts'
import { officeModel, tidied } from './office-draft.ts'
import { StructurePage } from './structure-page.ts'

/** A member of a list, with whose it is where that is said. */
interface Member {
  readonly id: string
  readonly agency?: string | null
}

/** From so many members on a list is looked through by typing. */
const MANY = 12

/** A page with one list of the office: its members in their order, each to be opened, moved, added and taken away. */
export abstract class ListPage extends StructurePage<OfficeInfo> {
  static override styles = [
    ...StructurePage.styles,
    foldedStyles,
    css`
      .member {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: start;
        padding: 0.3rem 0;
        border-bottom: 1px solid var(--line);
      }
      .member[hidden] {
        display: none;
      }
      .member:last-child {
        border: 0;
      }
      .inside > .acts {
        justify-content: flex-end;
      }
      /* On a phone the fields of a member have the room below its buttons too. */
      @media (max-width: 48rem) {
        .member > details {
          grid-column: 1 / -1;
          grid-row: 1;
        }
        .member > details > summary {
          margin-inline-end: 7rem;
        }
        .move {
          grid-column: 2;
          grid-row: 1;
        }
      }
      .move {
        display: flex;
        gap: 0.3rem;
      }
      .up svg {
        rotate: -90deg;
      }
      .down svg {
        rotate: 90deg;
      }
    `,
  ]

  protected readonly model = officeModel
  protected abstract readonly list: List
  /** By what the list is looked through. */
  @state() private sought = ''
  /** Members that stand open, because they are new or something in them does not fit. */
  #open = new Set<string>()
  /** Members that somebody has opened. */
  readonly #unfolded = new Set<string>()

  protected override get wanted(): OfficeInfo {
    return tidied(this.draft)
  }

  /** The fields of one member. */
  protected abstract fieldsOf(id: string): unknown
  /** What stands beside the name of a member that is folded. */
  protected abstract summaryOf(id: string): unknown
  /** A new member that is to be typed over. */
  protected abstract made(): OfficeChange & { readonly id: string }
  protected abstract readonly addLabel: string
  /** What stands above the list as long as something is missing to it. */
  protected standing(): unknown {
    return nothing
  }

  protected get heading(): string {
    return t(words[`${this.list}.title`])
  }

  /** Whether a field is one that whoever is here may change; one of an agency changes some of their own alone. */
  protected may(field: string): boolean {
    return mayChange(this.stored, this.staff.agency, field)
  }

  protected change(change: OfficeChange): void {
    this.set(editedOffice(this.draft, change))
  }

  protected override form(): TemplateResult {
    const whole = this.staff.agency === null
    const members = (this.draft[this.list] as readonly Member[]).filter(m => this.#isTheirs(m))
    const most = MOST[this.list]
    return html`<header class="head">
        <div>
          <h1>${this.heading}</h1>
          <p class="soft">${t(whole ? words[`${this.list}.lead`] : words.own)}</p>
        </div>
        ${
          whole
            ? html`<ui-button ?disabled=${members.length >= most} @click=${() => void this.add()}
                >${icon('plus')} ${this.addLabel}</ui-button
              >`
            : nothing
        }
      </header>
      ${this.standing()}
      <section class="pane" aria-label=${this.heading}>
        ${members.length === 0 ? html`<p class="soft">${t(words[`${this.list}.none`])}</p>` : nothing}
        ${members.length > MANY ? this.#filter(members) : nothing}
        <ol>
          ${repeat(
            members,
            m => m.id,
            (m, i) => this.#member(m.id, i, members.length - 1),
          )}
        </ol>
        ${whole && members.length > 1 ? html`<p class="note">${t(words.keys)}</p>` : nothing}
      </section>`
  }

  #filter(members: readonly Member[]) {
    const n = members.filter(m => this.#isSought(m.id)).length
    return html`<label class="field"
        ><span>${t(words.search)}</span
        ><input
          type="search"
          .value=${this.sought}
          @input=${(e: Event) => (this.sought = (e.target as HTMLInputElement).value)}
      /></label>
      <p class="note" role="status">${t(words.found, { n, all: members.length })}</p>`
  }

  /** By a part of its name or letter; one in which something does not fit is always there. */
  #isSought(id: string): boolean {
    const typed = this.sought.trim().toLowerCase()
    if (typed === '' || this.unsound.some(u => u.field.startsWith(`${this.list}.${id}.`))) return true
    const service = this.list === 'services' ? this.draft.services.find(s => s.id === id) : undefined
    const name = `${service?.letter ?? ''} ${memberName(this.draft, this.list, id)}`
    return name.toLowerCase().includes(typed)
  }

  /** Whether a member stands open by itself. */
  protected isOpen(id: string): boolean {
    return this.#open.has(id)
  }

  /** One member with its place; a page whose members lead elsewhere shows them in its own way. */
  protected body(id: string): unknown {
    const name = memberName(this.draft, this.list, id)
    const wrong = this.unsound.some(u => u.field.startsWith(`${this.list}.${id}.`))
    const open = wrong || this.isOpen(id)
    return html`<details ?open=${open} @toggle=${(e: Event) => this.#unfold(id, e.target as HTMLDetailsElement)}>
      <summary>
        ${icon('chevron')}<b>${name === id ? t(words.nameless) : name}</b> <small>${this.summaryOf(id)}</small>
      </summary>
      ${open || this.#unfolded.has(id) ? this.#inside(id, name) : nothing}
    </details>`
  }

  #inside(id: string, name: string) {
    return html`<div class="inside">
      ${this.fieldsOf(id)}
      <div class="acts" ?hidden=${this.staff.agency !== null}>
        ${this.#wrongRemoval(id)}
        <ui-button
          size="s"
          variant="danger"
          label=${t(moves['remove.label'], { name })}
          @click=${() => this.takeAway(id)}
          >${t(moves.remove)}</ui-button
        >
      </div>
    </div>`
  }

  /** A hall has hundreds of members, so the fields of one are made once it is opened. */
  #unfold(id: string, { open }: HTMLDetailsElement): void {
    if (!open || this.#unfolded.has(id)) return
    this.#unfolded.add(id)
    this.requestUpdate()
  }

  /** Whether somebody of an agency finds it here; who is of the whole hall finds everything. */
  #isTheirs({ id, agency }: Member): boolean {
    const { agency: own } = this.staff
    return own === null || (this.list === 'agencies' ? id === own : agency === own)
  }

  #wrongRemoval(id: string) {
    const said = this.unsoundAt(`${this.list}.${id}.removed`)
    return said ? html`<span class="wrong">${said}</span>` : nothing
  }

  #member(id: string, i: number, last: number) {
    const name = memberName(this.draft, this.list, id)
    const move = (way: 'up' | 'down', off: boolean) =>
      html`<ui-button
        class=${way}
        size="s"
        ?disabled=${off}
        label=${t(moves[`${way}.label`], { name })}
        @click=${() => void this.#move(id, way)}
        >${icon('chevron')}</ui-button
      >`
    return html`<li
      class="member"
      data-id=${id}
      ?hidden=${!this.#isSought(id)}
      @keydown=${(e: KeyboardEvent) => this.#key(e, id)}
    >
      ${this.body(id)}
      ${
        this.staff.agency === null
          ? html`<div class="move">${move('up', i === 0)}${move('down', i === last)}</div>`
          : nothing
      }
    </li>`
  }

  protected takeAway(id: string): void {
    this.change({ [this.list]: [{ id, removed: true }] })
  }

  /** Opens a new member where it stands; a page whose members lead elsewhere goes there. */
  protected async add(): Promise<void> {
    const { id, ...change } = this.made()
    this.sought = ''
    this.#open.add(id)
    this.change(change)
    await this.updateComplete
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector('input')?.focus()
  }

  /** The focus stays on what was moved, so that it can be moved on. */
  async #move(id: string, way: 'up' | 'down'): Promise<void> {
    const members: readonly { readonly id: string }[] = this.draft[this.list]
    const order = (way === 'up' ? movedUp : movedDown)(members, id).map(m => m.id)
    this.change({ order: { [this.list]: order } })
    await this.updateComplete
    const row = this.renderRoot.querySelector(`[data-id="${id}"]`)
    const buttons = [...(row?.querySelectorAll<HTMLElement>('.move ui-button') ?? [])]
    const same = buttons.find(b => b.classList.contains(way) && !b.hasAttribute('disabled'))
    ;(same ?? buttons.find(b => !b.hasAttribute('disabled')))?.focus()
  }

  #key(event: KeyboardEvent, id: string): void {
    if (this.staff.agency !== null || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void this.#move(id, event.key === 'ArrowUp' ? 'up' : 'down')
  }
}
