import { html, nothing, type TemplateResult } from 'lit'
import { APPLICATION_STATES, OPEN_STATES, type ApplicationState } from '../../shared/documents/application.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { applicationStateText, applicationText as words } from '../../shared/text/application.ts'
import { t } from '../../shared/web/lang.ts'
import { oneOf } from '../../shared/web/ui/one-of.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import type { StaffView } from '../parts/page.ts'
import { sentenceOf } from '../parts/sentence.ts'
import type { BulkActs } from './bulk-acts.ts'
import './document-names.ts'
import type { NamedDocument } from './document-names.ts'

/** What is looked for beside the number; empty where all may be shown. */
export interface Sought {
  readonly service: string
  /** The day of the visit. */
  readonly date: string
  readonly late: boolean
}

/** The filters in the order of the way; nothing chosen shows what is open. */
const FILTERS = [undefined, 'received', 'processing', 'ready', 'returned', 'handedOver'] as const

/** The states with how many of what is looked for stand in each; a number or a day is looked for in every state. */
export function stateFilters(
  shown: {
    readonly only: ApplicationState | undefined
    readonly everywhere: boolean
    readonly counts: Readonly<Partial<Record<ApplicationState, number>>> | undefined
  },
  choose: (only: ApplicationState | undefined) => void,
): TemplateResult {
  const { only, everywhere, counts } = shown
  const first = everywhere ? { label: words.all, of: APPLICATION_STATES } : { label: words.open, of: OPEN_STATES }
  return html`<div class="filter" role="group" aria-label=${t(words.filter)}>
    ${FILTERS.map(state => {
      const n = counts && (state ? [state] : first.of).reduce((sum, s) => sum + (counts[s] ?? 0), 0)
      return html`<ui-button size="s" .pressed=${only === state} @click=${() => choose(state)}
        >${t(state ? applicationStateText[state] : first.label)} <b>${n ?? ''}</b></ui-button
      >`
    })}
  </div>`
}

/** The fields beside the number: service, day of the visit, and only what is late. */
export function searchFields(
  office: OfficeInfo,
  sought: Sought,
  set: (change: Partial<Sought>) => void,
): TemplateResult {
  const services = office.services.filter(s => s.document).map(s => ({ id: s.id, name: t(s.name) }))
  const valueOf = (e: Event) => (e.target as HTMLInputElement).value
  return html`<div class="sought">
    ${oneOf(
      { id: 'service', name: t(words.service), none: t(words['search.service']) },
      sought.service || null,
      services,
      service => set({ service: service ?? '' }),
    )}
    <label
      >${t(words['search.date'])}
      <input type="date" .value=${sought.date} @change=${(e: Event) => set({ date: valueOf(e) })}
    /></label>
    <ui-button size="s" .pressed=${sought.late} @click=${() => set({ late: !sought.late })}
      >${t(words['search.late'])}</ui-button
    >
  </div>`
}

/** The search by name, for whoever may open names; `show` narrows the list to the one that was chosen. */
export function namesSearch(
  office: OfficeInfo,
  staff: StaffView,
  sought: Sought,
  show: (list: { readonly only: undefined; readonly typed: string; readonly sought: Sought }) => void,
): TemplateResult | typeof nothing {
  if (!staff.permissions.includes('booking.open')) return nothing
  return html`<document-names
    .office=${office}
    service=${sought.service}
    date=${sought.date}
    @chosen=${({ detail: { number, date } }: CustomEvent<NamedDocument>) =>
      show({ only: undefined, typed: number, sought: { service: sought.service, date, late: false } })}
  ></document-names>`
}

/** How many would take the step and what their holders are told, before anybody is. */
function question(bulk: BulkActs): TemplateResult | typeof nothing {
  const { asked } = bulk
  const n = asked && bulk.steps().get(asked)
  if (!asked || !n) return nothing
  const state = t(applicationStateText[asked])
  return html`<ui-banner tone="attention"
    >${t(words['bulk.sure'], { n, state })} ${t(words[asked === 'ready' ? 'bulk.told' : 'bulk.seen'])}
    ${t(words['bulk.noUndo'])}
    <ui-button slot="action" size="s" @click=${() => bulk.ask(undefined)}>${t(words['bulk.no'])}</ui-button>
    <ui-button slot="action" class="yes" size="s" variant="primary" @click=${() => void bulk.step(asked)}
      >${t(words['bulk.yes'], { n })}</ui-button
    ></ui-banner
  >`
}

/** How many are chosen, one button for each step that they can take, and what came of the last one. */
export function bulkBar(
  bulk: BulkActs,
  dateOf: (application: ApplicationView) => string,
  chooseAll: () => void,
  giveDate: (late: readonly ApplicationView[]) => void,
): TemplateResult {
  const { outcome } = bulk
  const late = bulk.late()
  const done = (n: number, to: NonNullable<typeof outcome>['to']) =>
    typeof to === 'object'
      ? t(words['bulk.dated'], { n })
      : t(words['bulk.done'], { n, state: t(applicationStateText[to]) })
  return html`<div class="bulk">
      <b role="status">${t(words['bulk.chosen'], { n: bulk.chosen.size })}</b>
      <ui-button size="s" ?disabled=${bulk.busy} @click=${chooseAll}>${t(words['choose.all'])}</ui-button>
      ${
        bulk.chosen.size > 0
          ? html`<ui-button size="s" ?disabled=${bulk.busy} @click=${() => bulk.clear()}
              >${t(words['choose.none'])}</ui-button
            >`
          : nothing
      }
      ${[...bulk.steps()].map(
        ([to, n]) =>
          html`<ui-button size="s" variant="primary" ?busy=${bulk.busy} @click=${() => bulk.ask(to)}
            >${t(words['bulk.do'], { act: t(words[`do.${to}`]), n })}</ui-button
          >`,
      )}
      ${
        late.length > 0
          ? html`<ui-button size="s" ?busy=${bulk.busy} @click=${() => giveDate(late)}
              >${t(words['bulk.do'], { act: t(words['date.new']), n: late.length })}</ui-button
            >`
          : nothing
      }
    </div>
    <div role="status">${question(bulk)}</div>
    <div role="status">
      ${
        outcome
          ? html`<ui-banner tone=${outcome.refused.length > 0 ? 'bad' : 'info'}
              >${outcome.done > 0 ? done(outcome.done, outcome.to) : nothing}
              ${
                outcome.refused.length > 0
                  ? html`${t(words['bulk.refused'], { n: outcome.refused.length })}
                      <ul>
                        ${outcome.refused.map(
                          ({ application, error }) =>
                            html`<li><b>${application.number}</b>, ${dateOf(application)}: ${sentenceOf(error)}</li>`,
                        )}
                      </ul>`
                  : nothing
              }</ui-banner
            >`
          : nothing
      }
    </div>`
}
