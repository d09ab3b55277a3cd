import { createHash } from 'node:crypto'
import { calendarText } from '../../../../shared/ticket/calendar.ts'
import { slotId } from '../../../../shared/contracts/booking-routes.ts'
import { AppError } from '../../../../shared/kit/errors.ts'
import { bookedText } from '../../../../shared/text/booked.ts'
import { isLost } from '../../../../shared/queue/lost-time.ts'
import { lifeEventText } from '../../../../shared/text/life-events.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { say } from '../../../../shared/text/text.ts'
import type { HolderDesk } from '../booking/desk.ts'
import { formOf, queryFields } from '../booking/form.ts'
import { movePage } from '../booking/move-page.ts'
import { dateOf, serviceOf, wayOf, type Fields } from '../booking/way.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import type { Ctx } from '../../context.ts'
import { errorReply } from '../../errors.ts'
import { langOf, sendPage } from '../html.ts'
import type { Door } from '../../mount.ts'
import type { Web } from '../pages.ts'
import { lostPage } from '../refusal-page.ts'
import type { OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { mayChooseCase } from '../../../../shared/ticket/booked-ticket.ts'
import { ticketCasePage } from './case-page.ts'
import { sharePage } from './share-page.ts'

/** Days that the page of times asks for at once. */
const DAYS = 21

export interface TicketActsDeps {
  readonly web: Web
  /** The desk for one request. */
  readonly deskOf: (c: Ctx) => HolderDesk
  /** The address under which the citizen reaches us. */
  readonly originOf: (c: Ctx) => string
}

/** What a holder can do from the page of a ticket, as plain forms: each act answers with the page as it then is. */
export function mountTicketActs(door: Door, { web, deskOf, originOf }: TicketActsDeps): void {
  const { app } = door
  const baseOf = (c: Ctx) => `/t/${encodeURIComponent(c.req.param('token')!)}`

  /** A form of a ticket: the act, then the page; a refusal is said there. `act` may name another page to go to. */
  const act = (
    name: string,
    perform: (desk: HolderDesk, token: string, fields: Fields, key: string) => Promise<string | undefined>,
  ) =>
    app.post(`/t/:token/${name}`, async c => {
      c.set('route', `POST /t/:token/${name}`)
      await door.admit(c, true)
      const token = c.req.param('token')
      const fields = await formOf(c)
      const lang = langOf(c)
      try {
        const path = await perform(deskOf(c), token, fields, keyOf(token, name, fields))
        const to = path ?? baseOf(c)
        return c.redirect(`${to}${to.includes('?') ? '&' : '?'}lang=${lang}`, 303)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const said = error.code === 'TICKET_UNKNOWN' ? '' : `said=${error.code}&`
        return c.redirect(`${baseOf(c)}?${said}lang=${lang}`, 303)
      }
    })

  act('check-in', async (desk, token, fields, key) => {
    await desk.checkIn(token, key, fields['code']?.[0]?.trim().slice(0, 12) || undefined)
    return undefined
  })
  act('bukan-saya', async (desk, token, _fields, key) => {
    await desk.undoCheckIn(token, key)
    return `/t/${encodeURIComponent(token)}?did=undone`
  })
  act('cancel', async (desk, token, _fields, key) => {
    await desk.cancel(token, key)
    return undefined
  })
  act('let-pass', async (desk, token, fields, key) => {
    const people = Number(fields['people']?.[0])
    if (!Number.isInteger(people) || people < 1 || people > 20) throw new AppError('BAD_REQUEST')
    await desk.letPass(token, key, people)
    return undefined
  })
  act('keperluan', async (desk, token, fields, key) => {
    const id = wayOf(fields).case
    if (id === undefined) throw new AppError('BAD_REQUEST')
    await desk.chooseCase(token, key, id)
    return undefined
  })
  act('here', async (desk, token, _fields, key) => {
    await desk.here(token, key)
    return undefined
  })
  act('ambil', async (desk, token, _fields, key) => (await desk.takeOffer(token, key)).path)
  act('files/remove', async (desk, token, fields, key) => {
    await desk.removeFile(token, key, fields['file']?.[0] ?? '')
    return `/t/${encodeURIComponent(token)}?did=removed`
  })
  act('lupakan', async (desk, token) => {
    await desk.forget(token)
    return '/b/?lupa=1'
  })

  /** A page of a ticket besides the ticket itself. */
  const page = (name: string, show: (c: Ctx, desk: HolderDesk, token: string) => Promise<Response>) =>
    app.get(`/t/:token/${name}`, async c => {
      c.set('route', `GET /t/:token/${name}`)
      await door.admit(c, false)
      return known(c, () => show(c, deskOf(c), c.req.param('token')))
    })

  /** Whoever has no ticket behind the link is told so, and nothing else. */
  async function known(c: Ctx, show: () => Promise<Response>): Promise<Response> {
    try {
      return await show()
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'TICKET_UNKNOWN') throw error
      return sendPage(c, lostPage(langOf(c), await web.ticketAssets(langOf(c))), 404)
    }
  }

  page('kalender.ics', async (c, desk, token) => {
    const own = await desk.byToken(token)
    // The entry is the moved booking's now; the old address must not take it out of the calendar.
    if (own.movedTo) return c.redirect(`${own.movedTo}/kalender.ics?lang=${langOf(c)}`, 303)
    const text = calendarText(own, await desk.firstOf(token), `${originOf(c)}${baseOf(c)}`, langOf(c))
    if (text === undefined) return c.redirect(`${baseOf(c)}?lang=${langOf(c)}`, 303)
    return c.body(text, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="reservasi.ics"',
    })
  })
  page('bagikan', async (c, desk, token) => {
    const own = await desk.byToken(token)
    if (own.sharePath === null) return c.redirect(`${baseOf(c)}?lang=${langOf(c)}`, 303)
    const at = { base: baseOf(c), link: `${originOf(c)}${own.sharePath}` }
    return sendPage(c, sharePage(own, langOf(c), at, await web.ticketAssets(langOf(c))))
  })
  page('keperluan', async (c, desk, token) => {
    const own = await desk.byToken(token)
    if (!mayChooseCase(own)) return c.redirect(`${baseOf(c)}?lang=${langOf(c)}`, 303)
    return sendPage(c, ticketCasePage(own, langOf(c), baseOf(c), door.newId(), await web.ticketAssets(langOf(c))))
  })
  page('jadwal', (c, desk, token) => times(c, desk, token, queryFields(c)))
  // The address of an act that somebody opens or loads anew leads to the ticket, never to an answer for programs.
  page(':act', async c => c.redirect(`${baseOf(c)}?lang=${langOf(c)}`, 303))

  app.post('/t/:token/jadwal', async c => {
    c.set('route', 'POST /t/:token/jadwal')
    await door.admit(c, true)
    const token = c.req.param('token')
    const desk = deskOf(c)
    const fields = await formOf(c)
    const slot = fields['slot']?.[0] ?? ''
    return known(c, async () => {
      try {
        if (!slotId.safeParse(slot).success) throw new AppError('SLOT_UNKNOWN')
        const { path } = await desk.reschedule(token, keyOf(token, slot, fields), slot)
        return c.redirect(`${path}?lang=${langOf(c)}`, 303)
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'TICKET_UNKNOWN') throw error
        if (error.code === 'TICKET_STATE') return c.redirect(`${baseOf(c)}?said=TICKET_STATE&lang=${langOf(c)}`, 303)
        return times(c, desk, token, { ...queryFields(c), date: [slot.slice(0, 10)] }, error)
      }
    })
  })

  async function times(c: Ctx, desk: HolderDesk, token: string, fields: Fields, error?: AppError): Promise<Response> {
    const own = await desk.byToken(token)
    const lang = langOf(c)
    if ((own.ticket.state !== 'booked' && !isLost(own.ticket)) || own.sharePath === null)
      return c.redirect(`${baseOf(c)}?lang=${lang}`, 303)
    if (own.anew) return c.redirect(`${baseOf(c)}?${error ? `said=${error.code}&` : ''}lang=${lang}`, 303)
    const front = await desk.front(own.office.id)
    const service = serviceOf(front.office, own.service.id)
    const from = dateOf(fields['from']?.[0])
    const { priority } = own.ticket
    const query = { ...(from === undefined ? {} : { from }), days: DAYS, priority }
    const ask = {
      reply: await desk.slots(front.office.id, service.id, query),
      // It begins at the day of the booking.
      date: dateOf(fields['date']?.[0]) ?? (from === undefined ? own.date : undefined),
      from,
      refused: error && errorText(error.code, lang, error.data),
      base: baseOf(c),
      back: say(bookedText['back'], lang),
      what: wholeOf(own, lang),
      key: door.newId(),
      now: isLost(own.ticket) ? undefined : own.ticket.slot?.start,
    }
    const status = error ? errorReply(error, '').status : 200
    return sendPage(c, movePage(front, service, { ...wayOf({}), lang }, ask, await web.bookingAssets()), status)
  }
}

/** The id of an act from the secret of the link, so that a form sent twice is one act that nobody else can name. */
function keyOf(token: string, act: string, fields: Fields): string {
  const about = [
    fields['moment'],
    fields['people'],
    fields['file'],
    fields['code'],
    ...(fields['case'] ? [fields['case']] : []),
  ].map(v => v?.[0] ?? '')
  return createHash('sha256')
    .update(JSON.stringify([token, act, ...about]))
    .digest('hex')
    .slice(0, 40)
}

/** What a booking is for: its service, or an event of life with all its parts, also those that its day does not offer. */
function wholeOf({ visit, service }: OwnTicket, lang: Lang): string {
  if (!visit) return say(service.name, lang)
  const names = [...visit.steps.flatMap(step => step.services), ...visit.dropped.map(d => d.service)]
  const services = names.map(name => say(name, lang)).join(', ')
  return visit.event ? say(lifeEventText.wish, lang, { event: say(visit.event, lang), services }) : services
}
