import { html, type TemplateResult } from 'lit'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { PARK_REASONS, PICK_REASONS, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { search } from '../../shared/search/search.ts'
import { deskText, parkReasonText, pickReasonText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../parts/choice-dialog.ts'
import type { Option } from '../parts/choice-dialog.ts'
import type { AskingAct } from './desk-acts.ts'
import './desk-keys.ts'
import '../parts/take-dialog.ts'

/** Lengths of a break that are offered, in minutes. */
const BREAKS: readonly number[] = [5, 10, 15, 30, 60]

/** The questions that need no row of a list. */
type Question = Exclude<AskingAct, 'pick'> | 'keys'

/** The question that stands over the desk, about whoever stood at the counter when it was asked. */
export interface Asking {
  readonly what: Question | { readonly pick: Ticket }
  readonly about: Ticket | undefined
}

/** What the questions need to know, and where their answers go. */
export interface AskingContext {
  readonly office: OfficeInfo
  readonly day: QueueDay
  readonly services: readonly string[]
  readonly now: Instant
  readonly answer: (chosen: string) => void
  readonly dismiss: () => void
}

/** The dialog of a question. */
export function askingDialog({ what, about }: Asking, ctx: AskingContext): TemplateResult {
  if (typeof what === 'string') return DIALOGS[what](ctx, about?.number ?? '', about?.serviceId)
  const options = PICK_REASONS.map(value => ({ value, label: t(pickReasonText[value]) }))
  const heading = t(deskText['pick.title'], { number: what.pick.number })
  return choice(ctx, heading, options, t(deskText['pick.lead']))
}

const DIALOGS: Readonly<
  Record<Question, (ctx: AskingContext, number: string, serviceId: string | undefined) => TemplateResult>
> = {
  keys: ctx => html`<desk-keys @dismiss=${ctx.dismiss}></desk-keys>`,
  take: ctx => html`<desk-take .office=${ctx.office} .own=${ctx.services} @dismiss=${ctx.dismiss}></desk-take>`,
  park(ctx, number) {
    const options = PARK_REASONS.map(value => ({ value, label: t(parkReasonText[value]) }))
    return choice(ctx, t(deskText['park.title'], { number }), options)
  },
  // It cannot be undone, so the way back is the button that stands ready.
  holder: (ctx, number) =>
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
  break(ctx) {
    const options = BREAKS.map(n => ({ value: String(n), label: breakLabel(ctx, n) }))
    return choice(ctx, t(deskText['break.title']), options)
  },
  transfer: (ctx, number, serviceId) =>
    html`<desk-choice
      heading=${t(deskText['transfer.title'], { number })}
      lead=${t(deskText['transfer.lead'])}
      search=${t(deskText['transfer.search'])}
      .options=${otherServices(ctx, serviceId)}
      .find=${(typed: string) => search(ctx.office, typed).services.map(s => s.id)}
      @choose=${(e: CustomEvent<string>) => ctx.answer(e.detail)}
      @dismiss=${ctx.dismiss}
    ></desk-choice>`,
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

function otherServices(ctx: AskingContext, own: string | undefined): readonly Option[] {
  return ctx.office.services
    .filter(service => service.open && service.id !== own)
    .map(service => ({
      value: service.id,
      label: `${service.letter} · ${t(service.name)}`,
      note: t(deskText['sit.waiting'], { n: ctx.day.waiting[service.id]?.length ?? 0 }),
    }))
}
