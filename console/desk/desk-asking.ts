import { html, type TemplateResult } from 'lit'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { PARK_REASONS, PICK_REASONS, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { ResultKind } from '../../shared/queue/result.ts'
import type { Part } from '../../shared/queue/steps/part.ts'
import { deskText, parkReasonText, pickReasonText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../parts/choice-dialog.ts'
import type { Option } from '../parts/choice-dialog.ts'
import type { AskingAct, DeskAct, Said } from './desk-acts.ts'
import './desk-keys.ts'
import './sheets/result-sheet.ts'
import type { Ended } from './sheets/result-sheet.ts'
import './sheets/step-sheet.ts'
import './sheets/transfer-sheet.ts'
import type { Destination } from './sheets/transfer-sheet.ts'
import { BREAKS, leftWaitingText } from '../parts/left-waiting.ts'
import { counterName } from '../parts/names.ts'
import '../parts/take-dialog.ts'

/** The questions that need no row of a list. */
type Question = Exclude<AskingAct, 'pick'> | 'keys'

/** The question that stands over the desk, about whoever stood at the counter when it was asked. */
export interface Asking {
  readonly what: Question | { readonly pick: Ticket }
  readonly about: Ticket | undefined
  /** The result with which the question begins. */
  readonly kind?: ResultKind | undefined
}

/** What a sheet answers: the act, where it is another one than was asked, and what goes with it. */
export interface Sheet extends Pick<Said, 'result' | 'to' | 'later'> {
  readonly act?: DeskAct
}

/** Whether the question is a sheet over the desk, whose panes then rest. */
export function isSheet(asking: Asking | undefined): boolean {
  return asking?.what === 'end' || asking?.what === 'transfer'
}

/** What the questions need to know, and where their answers go. */
export interface AskingContext {
  readonly office: OfficeInfo
  readonly day: QueueDay
  readonly services: readonly string[]
  readonly now: Instant
  /** The counter, the number called next there (empty: none), and with which result the sheet begins. */
  readonly counter: string
  readonly next: string
  readonly kind: ResultKind
  readonly answer: (chosen: string, sheet?: Sheet) => void
  readonly dismiss: () => void
}

/** The dialog of a question. */
export function askingDialog({ what, about }: Asking, ctx: AskingContext): TemplateResult {
  if (typeof what === 'string') return DIALOGS[what](ctx, about!)
  const options = PICK_REASONS.map(value => ({ value, label: t(pickReasonText[value]) }))
  const heading = t(deskText['pick.title'], { number: what.pick.number })
  return choice(ctx, heading, options, t(deskText['pick.lead']))
}

const DIALOGS: Readonly<Record<Question, (ctx: AskingContext, about: Ticket) => TemplateResult>> = {
  keys: ctx => html`<desk-keys @dismiss=${ctx.dismiss}></desk-keys>`,
  take: ctx =>
    html`<desk-take .office=${ctx.office} .now=${ctx.now} .own=${ctx.services} @dismiss=${ctx.dismiss}></desk-take>`,
  park(ctx, { number }) {
    const options = PARK_REASONS.map(value => ({ value, label: t(parkReasonText[value]) }))
    return choice(ctx, t(deskText['park.title'], { number }), options)
  },
  addStep: (ctx, about) =>
    html`<desk-step
      .office=${ctx.office}
      .ticket=${about}
      @step=${(e: CustomEvent<readonly Part[]>) => ctx.answer('', { later: e.detail })}
      @dismiss=${ctx.dismiss}
    ></desk-step>`,
  // It cannot be undone, so the way back is the button that stands ready.
  holder: (ctx, { number }) =>
    html`<ui-dialog
      open
      heading=${t(deskText['holder.title'], { number })}
      primary=${t(deskText['dialog.cancel'])}
      secondary=${t(deskText['holder.void'])}
      secondaryVariant="danger"
      @primary=${ctx.dismiss}
      @dismiss=${ctx.dismiss}
      @secondary=${() => ctx.answer('')}
      >${t(deskText['holder.lead'])}</ui-dialog
    >`,
  close: ctx =>
    html`<ui-dialog
      open
      heading=${t(deskText['close.title'], { counter: counterName(ctx.office, ctx.counter) })}
      primary=${t(deskText['close.stay'])}
      secondary=${t(deskText['close.yes'])}
      secondaryVariant="danger"
      @primary=${ctx.dismiss}
      @dismiss=${ctx.dismiss}
      @secondary=${() => ctx.answer('')}
      >${leftWaitingText(ctx.office, ctx.day, ctx.counter)}</ui-dialog
    >`,
  break(ctx) {
    const options = BREAKS.map(n => ({ value: String(n), label: breakLabel(ctx, n) }))
    return choice(ctx, t(deskText['break.title']), options, leftWaitingText(ctx.office, ctx.day, ctx.counter))
  },
  end: (ctx, about) =>
    html`<desk-result
      .office=${ctx.office}
      .ticket=${about}
      .kind=${ctx.kind}
      next=${ctx.next}
      @end=${(e: CustomEvent<Ended>) => ctx.answer('', { act: e.detail.act, result: e.detail.result })}
      @dismiss=${ctx.dismiss}
    ></desk-result>`,
  transfer: (ctx, about) =>
    html`<desk-transfer
      .office=${ctx.office}
      .day=${ctx.day}
      .ticket=${about}
      counter=${ctx.counter}
      @go=${(e: CustomEvent<Destination>) => ctx.answer('', { to: e.detail })}
      @dismiss=${ctx.dismiss}
    ></desk-transfer>`,
}

function choice(ctx: AskingContext, heading: string, options: readonly Option[], lead = ''): TemplateResult {
  return html`<desk-choice
    heading=${heading}
    lead=${lead}
    .options=${options}
    @choose=${(e: CustomEvent<string>) => ctx.answer(e.detail)}
    @dismiss=${ctx.dismiss}
  ></desk-choice>`
}

function breakLabel(ctx: AskingContext, n: number): string {
  return t(deskText['break.option'], { n, until: timeText(ctx.now + n * MINUTE, ctx.office.zone, lang()) })
}
