import { AppError, type ErrorCode } from '../../../../shared/kit/errors.ts'
import type { Instant } from '../../../../shared/kit/time.ts'
import type { SkmAnswers } from '../../../../shared/survey/ikm.ts'
import { SCORES, UNSUR, type Score } from '../../../../shared/survey/instruments.ts'
import { asksReason, REASON_KEYS, type Reason } from '../../../../shared/survey/rating.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { mayAnswer } from '../../../services/identity/access.ts'
import { randomId } from '../../../services/identity/secrets.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Surveys } from '../../../services/survey/surveys.ts'
import { answeringPhone } from '../../answer-cookie.ts'
import type { Ctx } from '../../context.ts'
import { errorReply } from '../../errors.ts'
import type { Door } from '../../mount.ts'
import { formOf, keyOf } from '../booking/form.ts'
import type { Fields } from '../booking/way.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'
import { sentencePage } from '../refusal-page.ts'
import {
  closedPage,
  extraField,
  MOST_LETTERS,
  ratePage,
  reasonsPage,
  skmPage,
  thanksPage,
  type FormAsk,
  type Survey,
} from './form-page.ts'
import { markIn } from './question-fields.ts'
import { profileIn } from './sheet.ts'

const PATH = '/s/:token/formulir'

/** Why a survey is no survey at all for whoever asks. */
const CLOSED: readonly ErrorCode[] = ['SURVEY_UNKNOWN', 'SURVEY_NOT_HERE', 'SURVEY_NOT_CHOSEN', 'TICKET_STATE']

/** The whole survey of a visit as plain forms, for phones without scripts; nobody of the staff, and no tablet of a counter. */
export function mountSurveyForms(
  door: Door,
  deps: {
    readonly surveys: Surveys
    readonly offices: Pick<Offices, 'get'>
    readonly web: Pick<Web, 'bookingAssets'>
    /** The asker's network under a keyed hash. */
    readonly networkAt: (c: Ctx) => string
    readonly secure: boolean
    readonly now: () => Instant
  },
): void {
  const { surveys, offices, web, networkAt, now } = deps

  /** What a page is drawn from, and the answer to whatever kept it from being drawn. */
  async function answered(
    c: Ctx,
    route: string,
    answer: (token: string, ask: FormAsk) => Promise<string | Response>,
  ): Promise<Response> {
    c.set('route', route)
    await door.admit(c, route.startsWith('POST'))
    const token = c.req.param('token')!
    const ask = async (): Promise<FormAsk> => {
      const survey = await surveys.view(token)
      const base = `/s/${encodeURIComponent(token)}`
      const assets = await web.bookingAssets()
      return { survey, look: offices.get(survey.office.id), lang: langOf(c), base, assets, key: randomId() }
    }
    try {
      const caller = await door.callerOf(c)
      if (!mayAnswer(caller) || caller.devices.length > 0) throw new AppError('SURVEY_NOT_HERE')
      const drawn = await answer(token, await ask())
      return typeof drawn === 'string' ? sendPage(c, drawn) : drawn
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { status } = errorReply(error, c.get('requestId'))
      if (error.code === 'SURVEY_USED') return sendPage(c, closedPage(await ask(), 'used'), status)
      if (error.code === 'SURVEY_EXPIRED') return sendPage(c, closedPage(await ask(), 'expired'), status)
      if (!CLOSED.includes(error.code)) throw error
      const { styles } = await web.bookingAssets()
      return sendPage(
        c,
        sentencePage(errorText(error.code, langOf(c), error.data), langOf(c), { assets: { styles } }),
        status,
      )
    }
  }
  const thanks = (c: Ctx, base: string, more = '') => c.redirect(`${base}/formulir?${more}lang=${langOf(c)}`, 303)

  door.app.get(PATH, c =>
    answered(c, `GET ${PATH}`, async (_, ask) => {
      const { state } = ask.survey
      if (state === 'expired') return closedPage(ask, 'expired')
      if (state === 'open') return ratePage(ask)
      // Nothing keeps who rated how: whoever comes again may complain, and who was content just now is not asked.
      const again = c.req.query('baru') !== '1' && now() < ask.survey.until
      const after = { complain: again || c.req.query('keluhan') === '1', late: c.req.query('terlambat') === '1' }
      return thanksPage(ask, after)
    }),
  )
  door.app.post(`${PATH}/nilai`, c =>
    answered(c, `POST ${PATH}/nilai`, async (token, ask) => {
      const fields = await formOf(c)
      const [rating, key] = [scoreOf(fields['rating']?.[0]), keyOf(fields)]
      if (rating === undefined || key === undefined) return thanks(c, ask.base)
      const { change } = await surveys.rate(token, networkAt(c), key, rating, [])
      if (!asksReason(rating)) return thanks(c, ask.base, 'baru=1&')
      // A repeat brings no leave to change: whoever reloads goes on.
      return change === undefined ? thanks(c, ask.base, 'keluhan=1&') : reasonsPage(ask, { rating, key, change })
    }),
  )
  door.app.post(`${PATH}/alasan`, c =>
    answered(c, `POST ${PATH}/alasan`, async (token, ask) => {
      const fields = await formOf(c)
      const one = (name: string) => fields[name]?.[0]?.slice(0, 200)
      const [rating, key, before, change] = [scoreOf(one('rating')), keyOf(fields), one('before'), one('change')]
      const reasons = REASON_KEYS.filter(reason => fields['reason']?.includes(reason))
      const late = await addReasons(token, { rating, key, before, change, reasons })
      return thanks(c, ask.base, `keluhan=1&${late ? 'terlambat=1&' : ''}`)
    }),
  )
  door.app.get(`${PATH}/skm`, c =>
    answered(c, `GET ${PATH}/skm`, async (_, ask) => {
      const { state } = ask.survey
      if (state === 'expired') return closedPage(ask, 'expired')
      return state === 'complete' || !ask.survey.questions ? thanks(c, ask.base) : skmPage(ask)
    }),
  )
  door.app.post(`${PATH}/skm`, c =>
    answered(c, `POST ${PATH}/skm`, async (token, ask) => {
      const fields = await formOf(c)
      const answers = answersIn(fields, ask.survey.free)
      const extra = extraIn(fields, ask.survey)
      const suggestion = (fields['suggestion']?.[0] ?? '').replace(/\r\n/g, '\n').trim()
      const key = keyOf(fields) ?? ask.key
      const wrong =
        suggestion.length > MOST_LETTERS
          ? 'long'
          : suggestion === '' && Object.keys({ ...answers, ...extra }).length === 0
            ? 'empty'
            : undefined
      if (wrong) return sendPage(c, skmPage({ ...ask, key }, fields, wrong), 422)
      const filledIn = { answers, extra, profile: profileIn(fields), ...(suggestion === '' ? {} : { suggestion }) }
      const network = networkAt(c)
      await surveys.answer(token, network, key, filledIn, { phone: answeringPhone(c, deps.secure), network })
      return thanks(c, ask.base)
    }),
  )

  /** Puts reasons to a low mark; gives whether the minute for it was over. */
  async function addReasons(
    token: string,
    given: {
      readonly rating: Score | undefined
      readonly key: string | undefined
      readonly before: string | undefined
      readonly change: string | undefined
      readonly reasons: readonly Reason[]
    },
  ): Promise<boolean> {
    const { rating, key, before, change, reasons } = given
    if (rating === undefined || !key || !before || !change || reasons.length === 0) return false
    try {
      await surveys.rateInstead(token, key, { key: before, change, rating, reasons: [] }, { rating, reasons })
      return false
    } catch (error) {
      if (error instanceof AppError && error.code === 'SURVEY_USED') return true
      throw error
    }
  }
}

/** The marks that a form brings; the cost of a free service is not asked. */
function answersIn(fields: Fields, free: boolean): SkmAnswers {
  const marks = UNSUR.filter(unsur => !(free && unsur === 'biaya')).flatMap(unsur => {
    const score = scoreOf(fields[unsur]?.[0])
    return score === undefined ? [] : [[unsur, score] as const]
  })
  return Object.fromEntries(marks)
}

/** The marks of what the office asks beside the nine. */
function extraIn(fields: Fields, { asked }: Survey): Readonly<Record<string, Score>> {
  const marks = (asked?.extra ?? []).flatMap(({ key }) => {
    const score = scoreOf(fields[extraField(key)]?.[0])
    return score === undefined ? [] : [[key, score] as const]
  })
  return Object.fromEntries(marks)
}

function scoreOf(text: string | undefined): Score | undefined {
  return SCORES.find(score => score === markIn(text, SCORES.length))
}
