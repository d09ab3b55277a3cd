import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Agency } from '../../../shared/office/agencies.ts'
import type { AgencyChange } from '../../../shared/office/structure/members.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { listPageText as words } from '../../../shared/text/list-pages.ts'
import { partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-choice.ts'
import { textField, wordsField } from '../form/fields.ts'
import { ListPage } from '../form/list-page.ts'
import { newId } from '../form/new-id.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 0]
/** One letter or two, never I or O alone; R in second place is the series of bookings. */
const CODE = /^([A-HJ-NP-Z]|[A-Z][A-QS-Z])$/

/** The agencies that share the hall: their codes, places and days. */
@customElement('admin-agencies')
export class AdminAgencies extends ListPage {
  protected readonly list = 'agencies'

  protected get addLabel(): string {
    return t(words['agencies.add'])
  }

  protected made() {
    const id = newId()
    return { id, agencies: [{ id, code: '', name: ['', ''] as const }] }
  }

  protected override wrongFields(): number {
    return this.draft.agencies.filter(a => !CODE.test(a.code)).length
  }

  protected summaryOf(id: string) {
    const agency = this.#of(id)
    const n = this.draft.services.filter(s => s.agency === id && !s.retired).length
    const off = agency.active ? nothing : html` · ${t(words['agencies.off'])}`
    return html`${agency.code} · ${t(words['agencies.services'], { n })}${off}`
  }

  protected fieldsOf(id: string) {
    const agency = this.#of(id)
    const at = `agencies.${id}.`
    const field = (part: 'name' | 'detail' | 'where') => ({
      field: at + part,
      label: t(parts[part]),
      wrong: this.unsoundAt(at + part),
    })
    const wrongCode = this.tried && !CODE.test(agency.code) ? t(words['letter.wrong']) : this.unsoundAt(`${at}code`)
    const whole = this.may(`${at}name`)
    return html`${whole ? wordsField(field('name'), agency.name, name => this.#set({ id, name })) : nothing}
      ${wordsField(field('detail'), agency.detail, detail => this.#set({ id, detail }))}
      ${wordsField(field('where'), agency.where, where => this.#set({ id, where }))}
      <div class="pair top" ?hidden=${!whole}>
        ${textField({
          field: `${at}code`,
          label: t(words['agencies.code']),
          value: agency.code,
          wrong: wrongCode,
          most: 2,
          set: code => this.#set({ id, code: code.toUpperCase() }),
        })}
        <ui-choice
          ?checked=${agency.active}
          @change=${(e: CustomEvent<{ checked: boolean }>) => this.#set({ id, active: e.detail.checked })}
          ><span>${t(parts.active)}</span></ui-choice
        >
      </div>
      ${this.#days(agency)}`
  }

  #days({ id, weekdays }: Agency) {
    const days = weekdays ?? WEEK
    const set = (day: number, on: boolean) =>
      days
        .filter(d => d !== day)
        .concat(on ? [day] : [])
        .sort()
    return html`<ui-choice
        ?checked=${weekdays === null}
        @change=${(e: CustomEvent<{ checked: boolean }>) =>
          this.#set({ id, weekdays: e.detail.checked ? null : [1, 2, 3, 4, 5] })}
        ><span>${t(words['agencies.everyDay'])}</span></ui-choice
      >
      ${
        weekdays === null
          ? nothing
          : html`<div role="group" class="ticks" aria-label=${t(words['agencies.days'])}>
              ${WEEK.map(
                day =>
                  html`<ui-choice
                    ?checked=${weekdays.includes(day)}
                    @change=${(e: CustomEvent<{ checked: boolean }>) =>
                      this.#set({ id, weekdays: set(day, e.detail.checked) })}
                    ><span>${t(adminText[`day.${day}` as 'day.0'])}</span></ui-choice
                  >`,
              )}
            </div>`
      }`
  }

  /** Nothing keeps an agency that is gone. */
  protected override takeAway(id: string): void {
    const freed = <T extends { readonly id: string; readonly agency: string | null }>(all: readonly T[]) =>
      all.filter(one => one.agency === id).map(one => ({ id: one.id, agency: null }))
    this.change({
      agencies: [{ id, removed: true }],
      services: freed(this.draft.services),
      counters: freed(this.draft.counters),
    })
  }

  #set(change: AgencyChange): void {
    this.change({ agencies: [change] })
  }

  #of(id: string): Agency {
    return this.draft.agencies.find(a => a.id === id)!
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-agencies': AdminAgencies
  }
}
