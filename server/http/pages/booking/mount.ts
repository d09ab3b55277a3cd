import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { html, type Gap } from '../../../../shared/ticket/markup.ts'
import { AppError, type ErrorCode } from '../../../../shared/kit/errors.ts'
import type { Instant } from '../../../../shared/kit/time.ts'
import { offersBooking } from '../../../../shared/office/offered.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Ctx } from '../../context.ts'
import { asRefusal, errorReply } from '../../errors.ts'
import type { PageAssets } from '../frame.ts'
import { sendPage } from '../html.ts'
import type { Door } from '../../mount.ts'
import type { Web } from '../pages.ts'
import { askDesk, type Answer, type Request } from './asking.ts'
import { refusedFor } from './closings.ts'
import { casePage } from './case-page.ts'
import { contactPage, dayOf, existing, fieldsOf, type ContactAsk } from './contact-page.ts'
import { dayChoices, whyNoWait } from './days.ts'
import type { BookingDesk, Wait } from './desk.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { askedOf, eventPage, timesOf } from './event-page.ts'
import { drawPage } from './draw-page.ts'
import { sha256 } from './sha256.ts'
import { contactOf, formOf, hasForgotten, keyOf, queryFields, typedOf, waitOf, wantedOf, wantsData } from './form.ts'
import { listPage, listText, missingPage, papersPage } from './papers-page.ts'
import { refusedPage } from './refused-page.ts'
import { officesPage, servicesPage } from './services-page.ts'
import { slotsPage } from './slots-page.ts'
import { waitPage } from './wait-page.ts'
import { dateOf, hrefOf, serviceOf, servicePath, wayOf, type Fields, type Way } from './way.ts'

/** Days that one answer about times holds; more than the strip shows, because closed days fall out. */
const DAYS = 21

/** The time has gone, the form has not. */
const CHOOSE_AGAIN: readonly ErrorCode[] = [
  'SLOT_FULL',
  'SLOT_PAST',
  'SLOT_UNKNOWN',
  'NOT_RELEASED',
  'DRAW_PENDING',
  'HOLD_ENDED',
  'DATE_CLOSED',
]
/** Refusals that may lead to a booking of this very phone. */
const OWN_BOOKING: readonly ErrorCode[] = ['ALREADY_BOOKED', 'TOO_MANY_BOOKINGS']
/** No hold for now, which stops nobody from booking. */
const HOLD_LESS: readonly ErrorCode[] = ['PROOF_REQUIRED', 'TOO_MANY_REQUESTS', 'TOO_MANY_BOOKINGS', 'UNAVAILABLE']

export interface BookingPagesDeps {
  readonly web: Web
  /** The desk for one request: its network, phone and caller are bound. */
  readonly deskOf: (c: Ctx) => BookingDesk
  /** Hears of every search of these pages; what found nothing is counted. */
  readonly unfound: (c: Ctx, office: string, query: string) => Promise<void>
  /** The gate's own clock, by which patience ends. */
  readonly now: () => Instant
}

/** One request about a service, read and looked up. */
interface Visit {
  readonly c: Ctx
  readonly desk: BookingDesk
  readonly front: Front
  readonly service: ServiceInfo
  readonly fields: Fields
  readonly way: Way
  readonly path: string
  readonly assets: PageAssets
}

/** The citizen's way to a booking: pages and forms that are complete without scripts. */
export function mountBookingPages(door: Door, { web, deskOf, unfound, now }: BookingPagesDeps): void {
  const { app } = door

  /** A page whose refusals are pages too. */
  const page = (method: 'GET' | 'POST', at: string, show: (c: Ctx) => Promise<Response>) =>
    app.on(method, at, async c => {
      c.set('route', `${method} ${at}`)
      try {
        await door.admit(c, method === 'POST')
        return await show(c)
      } catch (thrown) {
        const error = asRefusal(thrown)
        if (!error || wantsData(c)) throw thrown
        const { status, headers } = errorReply(error, c.get('requestId'))
        for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value)
        return sendPage(c, refusedPage(error, wayOf(queryFields(c)), await web.bookingAssets()), status)
      }
    })

  /** A page of one service. */
  const of = (method: 'GET' | 'POST', at: string, show: (visit: Visit) => Promise<Response> | Response) =>
    page(method, `/b/:office/:service${at}`, async c => {
      const desk = deskOf(c)
      const front = await desk.front(c.req.param('office')!)
      const service = serviceOf(front.office, c.req.param('service')!)
      const fields = method === 'POST' ? await formOf(c) : queryFields(c)
      const path = servicePath(front.office.id, service.id)
      return show({ c, desk, front, service, fields, way: wayOf(fields), path, assets: await web.bookingAssets() })
    })

  app.get('/b', c => c.redirect('/b/'))
  page('GET', '/b/', async c => {
    const offices = deskOf(c).offices()
    const way = wayOf(queryFields(c))
    const [only, second] = offices
    if (!only) throw new AppError('OFFICE_PREPARING')
    const forgotten = hasForgotten(c)
    const more = forgotten ? { lupa: '1' } : {}
    if (only && !second) return c.redirect(hrefOf(`/b/${encodeURIComponent(only.id)}`, way, more), 303)
    return sendPage(c, officesPage(offices, way, await web.bookingAssets(), forgotten))
  })
  page('GET', '/b/:office', async c => {
    const front = await deskOf(c).front(c.req.param('office')!)
    const way = wayOf(queryFields(c))
    const query = (c.req.query('q') ?? '').slice(0, 80)
    // Whoever still types has not said yet what they look for, and a HEAD is asked by no person.
    if (query !== '' && c.req.query('typing') === undefined && c.req.raw.method === 'GET')
      await unfound(c, front.office.id, query)
    const instansi = c.req.query('instansi') ?? ''
    return sendPage(c, servicesPage(front, way, query, await web.bookingAssets(), hasForgotten(c), instansi))
  })

  const eventAt = async (c: Ctx) => {
    const front = await deskOf(c).front(c.req.param('office')!)
    const event = c.req.param('event')!
    return { front, asked: askedOf(front.office, event, wayOf({ ...queryFields(c), event: [event] })) }
  }
  page('GET', '/b/:office/peristiwa/:event', async c => {
    const { front, asked } = await eventAt(c)
    // Its styles are with those of the first page, for the pages of the way itself are full.
    const [{ styles }, booking] = await Promise.all([web.homeAssets(), web.bookingAssets()])
    return sendPage(c, eventPage(front, asked, { ...booking, styles }))
  })
  page('GET', '/b/:office/peristiwa/:event/jadwal', async c => {
    const { front, asked } = await eventAt(c)
    return c.redirect(timesOf(front.office, asked), 303)
  })

  of('GET', '', v => {
    const asks = v.service.cases.length > 0 && v.way.case === undefined
    return sendPage(v.c, (asks ? casePage : papersPage)(v.front, v.service, v.way, v.assets))
  })
  of('GET', '/belum', v => sendPage(v.c, missingPage(v.front, v.service, v.way, v.assets)))
  of('GET', '/syarat', v => sendPage(v.c, listPage(v.front, v.service, v.way, v.assets)))
  of('GET', '/syarat.txt', v => {
    v.c.header('Content-Type', 'text/plain; charset=utf-8')
    v.c.header(
      'Content-Disposition',
      `attachment; filename="${say(words['list.file'], v.way.lang)}-${v.service.id}.txt"`,
    )
    return v.c.body(listText(v.front, v.service, v.way))
  })
  of('GET', '/undian/:date', async v => {
    const date = dateOf(v.c.req.param('date'))
    if (date === undefined) throw new AppError('DRAW_UNKNOWN')
    const record = await v.desk.drawRecord(v.front.office.id, v.service.id, date)
    const code = (v.c.req.query('kode') ?? '').slice(0, 20)
    return sendPage(v.c, drawPage(v.front, v.service, v.way, { date, record, code, sha256 }, v.assets))
  })

  of('GET', '/jadwal', v => times(v))
  of('POST', '/jadwal', async v => {
    const wanted = wantedOf(v.fields)
    if (wanted?.kind !== 'slot') return times(v, errorText('SLOT_UNKNOWN', v.way.lang), 400)
    try {
      await hold(v, wanted.slot)
      return v.c.redirect(hrefOf(`${v.path}/data`, v.way, fieldsOf(wanted)), 303)
    } catch (error) {
      if (!(error instanceof AppError) || !CHOOSE_AGAIN.includes(error.code)) throw error
      const code = refusedFor(v.front, error.code, dayOf(wanted))
      return times(v, errorText(code, v.way.lang, error.data), 409)
    }
  })

  of('GET', '/data', async v => {
    const wanted = wantedOf(v.fields)
    if (!wanted) return v.c.redirect(hrefOf(`${v.path}/jadwal`, v.way), 303)
    const refused = wanted.kind === 'waitlist' ? whyNoWait(await dateAlone(v, wanted.date), wanted.date) : undefined
    if (refused) return times(onDate(v, wanted), errorText(refused.code, v.way.lang, refused.data), 409)
    // Each drawing of the form is an act of its own: whoever opens a shared address, or comes back to book for somebody
    // else, never meets the booking of the form before.
    return formPage(v, { wanted, key: door.newId(), typed: {} })
  })
  of('POST', '/data', send)

  async function times(v: Visit, refused?: string, status: ContentfulStatusCode = 200): Promise<Response> {
    if (!offersBooking(v.service)) return v.c.redirect(hrefOf(v.path, v.way), 303)
    const from = dateOf(v.fields['from']?.[0])
    const reply = await v.desk.slots(v.front.office.id, v.service.id, {
      ...(from === undefined ? {} : { from }),
      days: DAYS,
      priority: v.way.priority,
    })
    const shown = { reply, from, date: dateOf(v.fields['date']?.[0]), refused }
    return sendPage(v.c, slotsPage(v.front, v.service, v.way, shown, v.assets), status)
  }

  /** Keeps the time while the form is filled; without a hold one can still book. */
  async function hold(v: Visit, slotId: string) {
    const body = { serviceId: v.service.id, slotId, priority: v.way.priority }
    return v.desk.hold(v.front.office.id, body, door.newId()).catch((error: unknown) => {
      if (error instanceof AppError && HOLD_LESS.includes(error.code)) return undefined
      throw error
    })
  }

  /** The form, and the cookie by which its phone is known when the answer is lost. */
  async function formPage(v: Visit, ask: ContactAsk, status: ContentfulStatusCode = 200): Promise<Response> {
    const known = await v.desk.known(v.front.office.id, v.service.id, fieldsOf(ask.wanted).slot, ask.key)
    v.desk.greet(ask.key)
    return sendPage(v.c, contactPage(v.front, v.service, v.way, { ...ask, known }, v.assets), status)
  }

  async function send(v: Visit): Promise<Response> {
    const { c, way, fields } = v
    const waited = waitOf(fields)
    const wanted = wantedOf(fields)
    if (!wanted) return c.redirect(hrefOf(`${v.path}/jadwal`, way), 303)
    const key = keyOf(fields) ?? door.newId()
    const typed = typedOf(fields)
    const form: ContactAsk = { wanted, key, typed }
    const read = contactOf(typed, way.lang)
    if ('bad' in read) {
      if (wantsData(c)) throw new AppError('BAD_REQUEST', { where: 'body', field: read.bad })
      const refused = say(words[`data.bad.${read.bad}`], way.lang)
      return formPage(v, { ...form, bad: read.bad, refused }, 400)
    }
    const request: Request = {
      office: v.front.office.id,
      service: v.service.id,
      way,
      wanted,
      contact: read.contact,
      proof: fields['proof']?.[0],
    }
    try {
      const answer = await askDesk(v.desk, request, { key, patience: waited?.token, scripts: wantsData(c) })
      return answered(v, answer, key)
    } catch (thrown) {
      const error = asRefusal(thrown)
      if (!error || wantsData(c)) throw thrown
      const early = error.code === 'PROOF_REQUIRED' && error.data?.['why'] === 'early'
      return waited && early ? waiting(v, waited, key, true) : refusal(v, form, error)
    }
  }

  function answered(v: Visit, answer: Answer, key: string): Response {
    if (!('path' in answer)) return waiting(v, answer.wait, key, false)
    if (wantsData(v.c)) return v.c.json({ path: answer.path }, 201)
    return v.c.redirect(`${answer.path}?lang=${v.way.lang}`, 303)
  }

  function waiting(v: Visit, wait: Wait['wait'], key: string, early: boolean): Response {
    const ask = { fields: { ...v.fields, key: [key] }, wait, now: now(), early }
    return sendPage(v.c, waitPage(v.front, v.service, v.way, ask, v.assets))
  }

  /** The form once more with everything that was typed, and what can be done. */
  async function refusal(v: Visit, form: ContactAsk, error: AppError): Promise<Response> {
    const { lang } = v.way
    const { status, headers } = errorReply(error, v.c.get('requestId'))
    for (const [name, value] of Object.entries(headers ?? {})) v.c.header(name, value)
    const data = { ...error.data, requestId: v.c.get('requestId') }
    const used = error.code === 'COMMAND_ID_REUSED'
    const refused: Gap = [
      html`<p>${used ? say(words['data.used'], lang) : errorText(error.code, lang, data)}</p>`,
      (used || OWN_BOOKING.includes(error.code)) && existing(error, lang),
      error.code === 'ALREADY_BOOKED' && html`<p class="more">${say(words['already.notMe'], lang)}</p>`,
    ]
    const lost = form.wanted.kind !== 'draw' && CHOOSE_AGAIN.includes(error.code)
    const gone = lost || error.code === 'PLACES_FREE'
    const again = gone ? await dayAgain(v, dayOf(form.wanted)) : undefined
    const code = refusedFor(v.front, error.code, dayOf(form.wanted))
    if (gone && !again) return times(onDate(v, form.wanted), errorText(code, lang, data), status)
    const named = error.code === 'CONTACT_NEEDED'
    const next = { ...form, refused, named, again, key: gone || used ? door.newId() : form.key }
    return formPage(v, next, status)
  }

  /** The day whose time has gone, when it still has others. */
  async function dayAgain(v: Visit, date: string) {
    const day = dayChoices(await dateAlone(v, date), v.front.office).find(d => d.date === date)
    return day && day.state === 'open' && day.free > 0 ? day : undefined
  }
}

function dateAlone(v: Visit, date: string) {
  return v.desk.slots(v.front.office.id, v.service.id, { from: date, days: 1, priority: v.way.priority })
}

/** The visit with the date of what is wanted chosen. */
function onDate(v: Visit, wanted: ContactAsk['wanted']): Visit {
  return { ...v, fields: { date: [dayOf(wanted)] } }
}
