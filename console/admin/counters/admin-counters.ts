import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { CounterInfo } from '../../../shared/office/office.ts'
import { hasService } from '../../../shared/office/scope.ts'
import type { CounterChange } from '../../../shared/office/structure/members.ts'
import { listPageText as words } from '../../../shared/text/list-pages.ts'
import { partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-choice.ts'
import { chooser, textField } from '../form/fields.ts'
import { ListPage } from '../form/list-page.ts'

/** The counters of the office: what each serves, whose it is, where people wait for it. */
@customElement('admin-counters')
export class AdminCounters extends ListPage {
  protected readonly list = 'counters'

  protected get addLabel(): string {
    return t(words['counters.add'])
  }

  protected made() {
    // The next number: counters are called by it.
    const last = Math.max(0, ...this.draft.counters.map(c => Number(c.id)).filter(Number.isInteger))
    const id = String(last + 1)
    return { id, counters: [{ id, name: t(words['counters.new'], { n: id }) }] }
  }

  protected summaryOf(id: string) {
    const counter = this.#of(id)
    const served = this.draft.services.filter(s => counter.services.includes(s.id)).map(s => t(s.name))
    return served.join(', ') || html`<span class="bad">${t(words['counters.nothing'])}</span>`
  }

  protected fieldsOf(id: string) {
    const { draft } = this
    const counter = this.#of(id)
    const at = `counters.${id}.`
    const field = (part: 'name' | 'agency' | 'area') => ({
      field: at + part,
      label: t(parts[part]),
      of: counter.name,
      wrong: this.unsoundAt(at + part),
    })
    const named = (list: 'agencies' | 'areas') => draft[list].map(one => ({ id: one.id, name: t(one.name) }))
    const whole = this.may(`${at}name`)
    return html`${whole ? textField({ ...field('name'), value: counter.name, most: 40, set: name => this.#set({ id, name }) }) : nothing}
      <div class="pair top" ?hidden=${!whole}>
        ${
          draft.agencies.length > 0
            ? chooser(field('agency'), counter.agency, named('agencies'), t(words.whole), agency =>
                this.#set({ id, agency }),
              )
            : nothing
        }
        ${
          draft.areas.length > 0
            ? chooser(field('area'), counter.area, named('areas'), t(words.anywhere), area => this.#set({ id, area }))
            : nothing
        }
      </div>
      <div role="group" aria-label=${`${counter.name}: ${t(parts.services)}`}>
        <p class="note">${t(parts.services)}</p>
        <div class="ticks">
          ${draft.services.filter(s => (!s.retired && hasService(draft, this.staff.agency, s.id)) || counter.services.includes(s.id)).map(s => this.#tick(counter, s.id, `${s.letter} · ${t(s.name)}`))}
        </div>
        <span class="wrong">${this.unsoundAt(`${at}services`)}</span>
      </div>`
  }

  #tick(counter: CounterInfo, service: string, name: string) {
    const { services } = counter
    // In the order of the office, so that a tick taken back leaves no change behind.
    const with_ = (on: boolean) => (on ? [...services, service] : services.filter(s => s !== service))
    return html`<ui-choice
      ?checked=${services.includes(service)}
      @change=${(e: CustomEvent<{ checked: boolean }>) =>
        this.#set({ id: counter.id, services: this.#inOrder(counter.id, with_(e.detail.checked)) })}
      ><span>${name}</span></ui-choice
    >`
  }

  /** As it was stored where the same are served; else in the order of the office. */
  #inOrder(id: string, services: readonly string[]): readonly string[] {
    const before = this.stored.counters.find(c => c.id === id)?.services ?? []
    if (before.length === services.length && before.every(s => services.includes(s))) return before
    return this.draft.services.map(s => s.id).filter(s => services.includes(s))
  }

  #set(change: CounterChange): void {
    this.change({ counters: [change] })
  }

  #of(id: string): CounterInfo {
    return this.draft.counters.find(c => c.id === id)!
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-counters': AdminCounters
  }
}
