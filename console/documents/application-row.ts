import { html, nothing, type TemplateResult } from 'lit'
import { STEPS, type ApplicationState } from '../../shared/documents/application.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { atClock, officeDate, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { applicationStateText, applicationText as words, returnReasonText } from '../../shared/text/application.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-button.ts'
import type { TableRow } from '../../shared/web/ui/ui-table.ts'
import '../../shared/web/ui/ui-tag.ts'

/** The one next step of a state; a document that was handed over has none. */
const NEXT = {
  received: 'processing',
  processing: 'ready',
  ready: 'handedOver',
  returned: 'received',
} as const satisfies Partial<Record<ApplicationState, ApplicationState>>

/** A step that an application can take next. */
export type NextStep = (typeof NEXT)[keyof typeof NEXT]

/** Whether it is owed and past its promise, so that a new date may be given. */
export function isOwedLate({ late, settled }: ApplicationView): boolean {
  return late > 0 && !settled
}

/** The one next step of an application, where it has one. */
export function nextOf({ state }: ApplicationView): NextStep | undefined {
  return state === 'handedOver' ? undefined : NEXT[state]
}

const TONES = {
  received: 'neutral',
  processing: 'neutral',
  ready: 'go',
  handedOver: 'neutral',
  returned: 'warn',
} as const

/** What a row needs to know, and where its buttons lead; without `act` it has none. */
export interface RowContext {
  readonly office: OfficeInfo
  readonly today: LocalDate
  readonly busy: string | undefined
  readonly act?: {
    readonly step: (application: ApplicationView, to: ApplicationState) => void
    readonly giveBack: (application: ApplicationView) => void
    readonly giveDate: (application: ApplicationView) => void
    readonly chosen: ReadonlySet<string>
    readonly choose: (application: ApplicationView, chosen: boolean) => void
  }
}

/** The columns of the list. */
export function applicationColumns(acts: boolean) {
  const first = acts ? (['choose'] as const) : []
  const last = acts ? (['act', 'back'] as const) : []
  const keys = [...first, 'number', 'service', 'state', 'promised', 'since', ...last] as const
  return keys.map(key => ({
    key,
    label: t(words[key]),
    strong: key === 'number',
    named: key === 'promised' || key === 'since',
  }))
}

/** One application as a row. */
export function applicationRow(application: ApplicationView, ctx: RowContext): TableRow {
  const { id, number, state, reason, serviceId, changedAt, openedAt } = application
  const service = ctx.office.services.find(s => s.id === serviceId)
  return {
    id,
    cells: {
      choose: chooseCell(application, ctx),
      // Numbers repeat every day.
      number: html`${number}<small>${visited(application, ctx)}</small>`,
      service: html`${service ? t(service.document?.name ?? service.name) : serviceId}<small
          >${t(words.opened, { date: timeText(openedAt, ctx.office.zone, lang()) })}</small
        >`,
      state: html`<ui-tag tone=${TONES[state]}>${t(applicationStateText[state])}</ui-tag>${
          reason ? html`<small>${t(returnReasonText[reason])}</small>` : nothing
        }`,
      promised: promisedCell(application, ctx),
      since: moment(changedAt, ctx),
      act: nextButton(application, ctx),
      back: returnButton(application, ctx),
    },
  }
}

/** The day whose number it is. */
export function visited(
  { visitedOn }: ApplicationView,
  { office: { zone }, today }: Pick<RowContext, 'office' | 'today'>,
) {
  return visitedOn === today ? t(words.today) : dateText(atClock(visitedOn, '12:00', zone), zone, lang())
}

/** A number with its day, for a sentence that stands away from the row. */
export function numbered(application: ApplicationView, office: OfficeInfo, today: LocalDate = ''): string {
  return `${application.number} (${visited(application, { office, today })})`
}

function chooseCell(application: ApplicationView, ctx: RowContext): TemplateResult | undefined {
  const { act } = ctx
  if (!act || !nextOf(application)) return undefined
  return html`<input
    type="checkbox"
    aria-label=${t(words['choose.one'], { number: application.number, date: visited(application, ctx) })}
    .checked=${act.chosen.has(application.id)}
    @change=${(e: Event) => act.choose(application, (e.target as HTMLInputElement).checked)}
  />`
}

function promisedCell(application: ApplicationView, ctx: RowContext): TemplateResult {
  const { promisedOn, late, settled, state, delay, number } = application
  const { zone } = ctx.office
  const date = promisedOn === ctx.today ? t(words.today) : dateText(atClock(promisedOn, '12:00', zone), zone, lang())
  if (state === 'returned') return html`${date}<small>${t(words.paused)}</small>`
  if (late === 0) return html`${date}`
  if (settled) return html`${date}<small>${t(words['late.ready'], { n: late })}</small>`
  const day = delay && dateText(atClock(delay.date, '12:00', zone), zone, lang())
  const give = t(words['date.new'])
  return html`${date}<small class="hot">${t(words[late === 1 ? 'late.one' : 'late'], { n: late })}</small>${
      day === null ? nothing : html`<small>${t(words['date.given'], { date: day })}</small>`
    }${
      ctx.act
        ? html`<ui-button
            size="s"
            label=${t(words['do.label'], { act: give, number })}
            @click=${() => ctx.act!.giveDate(application)}
            >${give}</ui-button
          >`
        : nothing
    }`
}

function nextButton(application: ApplicationView, { busy, act }: RowContext): TemplateResult | undefined {
  const { id, number } = application
  const next = nextOf(application)
  if (!act || !next) return undefined
  const go = t(words[`do.${next}`])
  return html`<ui-button
    size="s"
    variant="primary"
    label=${t(words['do.label'], { act: go, number })}
    ?busy=${busy === id}
    @click=${() => act.step(application, next)}
    >${go}</ui-button
  >`
}

function returnButton(application: ApplicationView, { busy, act }: RowContext): TemplateResult | undefined {
  const { id, number, state } = application
  if (!act || !STEPS[state].on.includes('returned')) return undefined
  const back = t(words['do.return'])
  return html`<ui-button
    size="s"
    label=${t(words['do.label'], { act: back, number })}
    ?busy=${busy === id}
    @click=${() => act.giveBack(application)}
    >${back}</ui-button
  >`
}

/** A time of today by the clock, an earlier one by its date. */
function moment(at: Instant, { office: { zone }, today }: RowContext): string {
  return officeDate(at, zone) === today ? timeText(at, zone, lang()) : dateText(at, zone, lang())
}
