import qrcode from 'qrcode'
import { AppError } from '../../../../shared/kit/errors.ts'
import type { Marks } from '../../../../shared/survey/instrument/score.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { mayAnswer } from '../../../services/identity/access.ts'
import type { Programmes } from '../../../services/instruments/programmes.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Ctx } from '../../context.ts'
import { errorReply } from '../../errors.ts'
import type { Door } from '../../mount.ts'
import { formOf, keyOf } from '../booking/form.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'
import { sentencePage } from '../refusal-page.ts'
import { programmePage, type ProgrammeAsk } from './programme-page.ts'
import { programmePoster } from './programme-poster.ts'
import { PROGRAMME_STYLES, programmeStyles } from './programme-styles.ts'
import { markIn } from './question-fields.ts'

const PATH = '/survei/:token'
/** Points of the drawn code, enough for a poster. */
const PNG_WIDTH = 1_024
/** Pictures of codes that are remembered, some 10 KB each. */
const MOST_PICTURES = 100

/** The survey of a programme behind its code: page, form, poster and the code itself. */
export function mountProgrammePages(
  door: Door,
  deps: {
    readonly programmes: Pick<Programmes, 'opened' | 'answer'>
    readonly offices: Pick<Offices, 'get'>
    readonly web: Pick<Web, 'bookingAssets'>
    readonly originOf: (c: Ctx) => string
    readonly networkAt: (c: Ctx) => string
    readonly demo: boolean
  },
): void {
  const { programmes, offices, web, demo } = deps
  const pathOf = (c: Ctx) => `/survei/${encodeURIComponent(c.req.param('token')!)}`
  const urlOf = (c: Ctx) => deps.originOf(c) + pathOf(c)

  const at = (method: 'GET' | 'POST', path: string, answer: (c: Ctx) => Promise<Response>) =>
    door.app.on(method, path, async c => {
      c.set('route', `${method} ${path}`)
      await door.admit(c, method === 'POST')
      try {
        return await answer(c)
      } catch (error) {
        if (
          !(error instanceof AppError) ||
          !['SURVEY_UNKNOWN', 'SURVEY_EXPIRED', 'SURVEY_NOT_HERE'].includes(error.code)
        )
          throw error
        const { styles } = await web.bookingAssets()
        const { status } = errorReply(error, c.get('requestId'))
        return sendPage(c, sentencePage(errorText(error.code, langOf(c)), langOf(c), { assets: { styles } }), status)
      }
    })

  const pictures = new Map<string, Promise<Buffer>>()
  /** A code as a picture: to draw one takes a counter's tenth of a second, so each is drawn once. */
  function drawn(url: string): Promise<Buffer> {
    const picture = pictures.get(url) ?? qrcode.toBuffer(url, { width: PNG_WIDTH, errorCorrectionLevel: 'M' })
    picture.catch(() => pictures.delete(url))
    pictures.delete(url)
    pictures.set(url, picture)
    if (pictures.size > MOST_PICTURES) pictures.delete(pictures.keys().next().value!)
    return picture
  }

  /** The styles of citizens' pages and the few of these. */
  async function assets() {
    const { styles } = await web.bookingAssets()
    return { styles: [...styles, PROGRAMME_STYLES] }
  }

  /** A citizen's own browser: no tablet of the office, nobody who works there. */
  async function isCitizen(c: Ctx): Promise<boolean> {
    const caller = await door.callerOf(c)
    return mayAnswer(caller) && caller.devices.length === 0
  }

  async function shown(c: Ctx, more: Pick<ProgrammeAsk, 'thanks' | 'empty'> = {}): Promise<Response> {
    const opened = await programmes.opened(c.req.param('token')!)
    const page = programmePage(opened, offices.get(opened.office), {
      ...{ lang: langOf(c), path: pathOf(c), key: door.newId(), assets: await assets(), demo },
      ...{ mayAnswer: await isCitizen(c), ...more },
    })
    return sendPage(c, page, more.empty ? 422 : 200)
  }

  door.app.get(PROGRAMME_STYLES, c => {
    c.set('route', `GET ${PROGRAMME_STYLES}`)
    const headers = { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }
    return c.body(programmeStyles, 200, headers)
  })
  at('GET', PATH, c => shown(c, { thanks: c.req.query('terima') === '1' }))
  at('POST', PATH, async c => {
    if (!(await isCitizen(c))) throw new AppError('SURVEY_NOT_HERE')
    const token = c.req.param('token')!
    const { instrument } = await programmes.opened(token)
    const fields = await formOf(c)
    const marks: Marks = Object.fromEntries(
      instrument.questions.flatMap(({ key }) => {
        const mark = markIn(fields[`q-${key}`]?.[0], instrument.steps)
        return mark === undefined ? [] : [[key, mark]]
      }),
    )
    const place = fields['place']?.[0] || null
    if (Object.keys(marks).length === 0) return shown(c, { empty: { marks, place } })
    const key = keyOf(fields)
    if (key === undefined) throw new AppError('BAD_REQUEST', { where: 'key' })
    await programmes.answer(token, { key, marks, place }, deps.networkAt(c))
    return c.redirect(`${pathOf(c)}?terima=1&lang=${langOf(c)}`, 303)
  })
  at('GET', `${PATH}/poster`, async c => {
    const { office, programme } = await programmes.opened(c.req.param('token')!)
    const ask = { lang: langOf(c), path: pathOf(c), url: urlOf(c), assets: await assets(), demo }
    return sendPage(c, programmePoster(programme, offices.get(office), ask))
  })
  at('GET', `${PATH}/qr.svg`, async c => {
    await programmes.opened(c.req.param('token')!)
    const svg = await qrcode.toString(urlOf(c), { type: 'svg', errorCorrectionLevel: 'M' })
    return c.body(svg, 200, { 'Content-Type': 'image/svg+xml' })
  })
  at('GET', `${PATH}/qr.png`, async c => {
    await programmes.opened(c.req.param('token')!)
    const png = await drawn(urlOf(c))
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' })
  })
}
