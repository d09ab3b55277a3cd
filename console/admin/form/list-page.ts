import { css, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { editedOffice, type List, type OfficeChange } from '../../../shared/office/structure/change.ts'
import { MOST } from '../../../shared/office/structure/sound.ts'
import { adminPapersText as moves } from '../../../shared/text/admin-papers.ts'
import { listPageText as words } from '../../../shared/text/list-pages.ts'
import { t } from '../../../shared/web/lang.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { movedDown, movedUp } from '../papers/draft-asking.ts'
import { memberName } from '../said/structure-words.ts'
import { officeModel, tidied } from './office-draft.ts'
import { StructurePage } from './structure-page.ts'

/** A page with one list of the office: its members in their order, each to be opened, moved, added and taken away. */
export abstract class ListPage extends StructurePage<OfficeInfo> {
  static override styles = [
    ...StructurePage.styles,
    css`
      .member {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: start;
        padding: 0.3rem 0;
        border-bottom: 1px solid var(--line);
      }
      .member:last-child {
        border: 0;
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.7rem;
        align-items: center;
        min-height: max(2.4rem, var(--target, 0px));
        cursor: pointer;
        list-style: none;
      }
      summary small {
        color: var(--soft);
        font-size: 0.85rem;
      }
      details[open] > summary svg {
        rotate: 90deg;
      }
      .inside {
        display: grid;
        gap: 0.7rem;
        padding: 0.4rem 0 0.8rem 1.9rem;
      }
      .inside > .acts {
        justify-content: flex-end;
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
      @media (max-width: 60rem) {
        .inside {
          padding-left: 0;
        }
      }
    `,
  ]

  protected readonly model = officeModel
  protected abstract readonly list: List
  /** Members that stand open, because they are new or something in them does not fit. */
  #open = new Set<string>()

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

  protected get heading(): string {
    return t(words[`${this.list}.title`])
  }

  protected change(change: OfficeChange): void {
    this.set(editedOffice(this.draft, change))
  }

  protected override form(): TemplateResult {
    const members: readonly { readonly id: string }[] = this.draft[this.list]
    const most = MOST[this.list]
    return html`<header class="head">
        <div>
          <h1>${this.heading}</h1>
          <p class="soft">${t(words[`${this.list}.lead`])}</p>
        </div>
        <ui-button ?disabled=${members.length >= most} @click=${() => void this.#add()}
          >${icon('plus')} ${this.addLabel}</ui-button
        >
      </header>
      <section class="pane" aria-label=${this.heading}>
        ${members.length === 0 ? html`<p class="soft">${t(words[`${this.list}.none`])}</p>` : nothing}
        <ol>
          ${repeat(
            members,
            m => m.id,
            (m, i) => this.#member(m.id, i, members.length - 1),
          )}
        </ol>
        <p class="note">${t(words.keys)}</p>
      </section>`
  }

  /** Whether a member stands open by itself. */
  protected isOpen(id: string): boolean {
    return this.#open.has(id)
  }

  /** One member with its place; a page whose members lead elsewhere shows them in its own way. */
  protected body(id: string): unknown {
    const name = memberName(this.draft, this.list, id)
    const wrong = this.unsound.some(u => u.field.startsWith(`${this.list}.${id}.`))
    return html`<details ?open=${wrong || this.isOpen(id)}>
      <summary>
        ${icon('chevron')}<b>${name === id ? t(words.nameless) : name}</b> <small>${this.summaryOf(id)}</small>
      </summary>
      <div class="inside">
        ${this.fieldsOf(id)}
        <div class="acts">
          ${this.#wrongRemoval(id)}
          <ui-button
            size="s"
            variant="danger"
            label=${t(moves['remove.label'], { name })}
            @click=${() => this.takeAway(id)}
            >${t(moves.remove)}</ui-button
          >
        </div>
      </div>
    </details>`
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
    return html`<li class="member" data-id=${id} @keydown=${(e: KeyboardEvent) => this.#key(e, id)}>
      ${this.body(id)}
      <div class="move">${move('up', i === 0)}${move('down', i === last)}</div>
    </li>`
  }

  protected takeAway(id: string): void {
    this.change({ [this.list]: [{ id, removed: true }] })
  }

  async #add(): Promise<void> {
    const { id, ...change } = this.made()
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
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void this.#move(id, event.key === 'ArrowUp' ? 'up' : 'down')
  }
}
