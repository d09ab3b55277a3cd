import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { LifeEvent, LifeEventPart } from '../../../shared/office/life-events.ts'
import type { LifeEventChange } from '../../../shared/office/structure/members.ts'
import { adminPapersText as moves } from '../../../shared/text/admin-papers.ts'
import { listPageText as words } from '../../../shared/text/list-pages.ts'
import { partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-choice.ts'
import { keywordsText } from '../draft-search.ts'
import { chooser, textField, wordsField } from '../form/fields.ts'
import { ListPage } from '../form/list-page.ts'
import { newId } from '../form/new-id.ts'
import { memberName } from '../said/structure-words.ts'

/** What happens in a life and needs several services at once: the parts in their order, each with its case. */
@customElement('admin-life-events')
export class AdminLifeEvents extends ListPage {
  protected readonly list = 'lifeEvents'

  protected get addLabel(): string {
    return t(words['lifeEvents.add'])
  }

  protected made() {
    const id = newId()
    return { id, lifeEvents: [{ id, name: ['', ''] as const }] }
  }

  protected summaryOf(id: string) {
    return this.#of(id)
      .parts.map(p => memberName(this.draft, 'services', p.serviceId))
      .join(' → ')
  }

  protected fieldsOf(id: string) {
    const event = this.#of(id)
    const at = `lifeEvents.${id}.`
    const field = (part: 'name' | 'detail') => ({
      field: at + part,
      label: t(parts[part]),
      wrong: this.unsoundAt(at + part),
    })
    const typed = (text: string) => text.split(/,\s?/)
    return html`${wordsField(field('name'), event.name, name => this.#set({ id, name }))}
      ${wordsField(field('detail'), event.detail, detail => this.#set({ id, detail }))}
      ${textField({
        field: `${at}keywords`,
        label: t(parts.keywords),
        note: t(words['keywords.note']),
        value: keywordsText(event.keywords),
        rows: 2,
        most: 2000,
        set: text => this.#set({ id, keywords: typed(text) }),
      })}
      <div role="group" class="members" aria-label=${t(parts.parts)}>
        <p class="note">${t(parts.parts)}</p>
        ${event.parts.map((part, i) => this.#part(event, part, i))}
        <span class="wrong">${this.unsoundAt(`${at}parts`)}</span>
        ${this.#adder(event)}
      </div>`
  }

  #part(event: LifeEvent, part: LifeEventPart, i: number) {
    const { id } = event
    const service = this.draft.services.find(s => s.id === part.serviceId)
    const name = memberName(this.draft, 'services', part.serviceId)
    const put = (next: LifeEventPart) =>
      this.#parts(
        id,
        event.parts.map((one, at) => (at === i ? next : one)),
      )
    const swap = (a: number, b: number) =>
      this.#parts(
        id,
        event.parts.map((one, at) => event.parts[at === a ? b : at === b ? a : at] ?? one),
      )
    return html`<fieldset>
      <legend>${t(words['lifeEvents.part'], { n: i + 1 })}: ${name}</legend>
      <div class="pair">
        ${chooser(
          { field: `lifeEvents.${id}.parts.${i}`, label: t(words['lifeEvents.case']), of: name },
          part.caseId,
          (service?.cases ?? []).map(c => ({ id: c.id, name: t(c.label) })),
          t(words['lifeEvents.asked']),
          caseId => put({ ...part, caseId }),
        )}
        <ui-choice
          ?checked=${part.optional}
          @change=${(e: CustomEvent<{ checked: boolean }>) => put({ ...part, optional: e.detail.checked })}
          ><span>${t(words['lifeEvents.optional'])}</span></ui-choice
        >
      </div>
      <div class="acts">
        <ui-button size="s" ?disabled=${i === 0} label=${t(moves['up.label'], { name })} @click=${() => swap(i, i - 1)}
          >${t(moves.up)}</ui-button
        >
        <ui-button
          size="s"
          ?disabled=${i === event.parts.length - 1}
          label=${t(moves['down.label'], { name })}
          @click=${() => swap(i, i + 1)}
          >${t(moves.down)}</ui-button
        >
        <ui-button
          size="s"
          label=${t(moves['remove.label'], { name })}
          @click=${() =>
            this.#parts(
              id,
              event.parts.filter((_, at) => at !== i),
            )}
          >${t(moves.remove)}</ui-button
        >
      </div>
    </fieldset>`
  }

  #adder(event: LifeEvent) {
    const free = this.draft.services.filter(s => !s.retired && !event.parts.some(p => p.serviceId === s.id))
    if (free.length === 0) return nothing
    const options = free.map(s => ({ id: s.id, name: t(s.name) }))
    const field = { field: `lifeEvents.${event.id}.add`, label: t(words['lifeEvents.addPart']) }
    return chooser(field, null, options, t(words['lifeEvents.choose']), serviceId => {
      if (serviceId) this.#parts(event.id, [...event.parts, { serviceId, caseId: null, optional: false }])
    })
  }

  #parts(id: string, all: readonly LifeEventPart[]): void {
    this.#set({ id, parts: all })
  }

  #set(change: LifeEventChange): void {
    this.change({ lifeEvents: [change] })
  }

  #of(id: string): LifeEvent {
    return this.draft.lifeEvents.find(e => e.id === id)!
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-life-events': AdminLifeEvents
  }
}
