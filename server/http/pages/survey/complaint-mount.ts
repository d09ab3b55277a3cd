import { MOST_WORDS } from '../../../../shared/survey/loop/complaint.ts'
import { AppError } from '../../../../shared/kit/errors.ts'
import { errorText } from '../../../../shared/text/errors.ts'
import { mayAnswer } from '../../../services/identity/access.ts'
import type { Complaints } from '../../../services/loop/complaints.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Ctx } from '../../context.ts'
import { errorReply } from '../../errors.ts'
import type { Door } from '../../mount.ts'
import { formOf } from '../booking/form.ts'
import { langOf, sendPage } from '../html.ts'
import type { Web } from '../pages.ts'
import { sentencePage } from '../refusal-page.ts'
import { complaintPage, type ComplaintAsk } from './complaint-page.ts'

const PATH = '/s/:token/keluhan'

/** The complaint of a visit behind its survey link, as a plain form: for the citizen's own browser alone, no tablet and no staff. */
export function mountComplaintPages(
  door: Door,
  deps: {
    readonly complaints: Pick<Complaints, 'own' | 'write'>
    readonly offices: Pick<Offices, 'get'>
    readonly web: Pick<Web, 'bookingAssets'>
    readonly demo: boolean
  },
): void {
  const { complaints, offices, web, demo } = deps

  async function answered(c: Ctx, write: boolean, answer: (token: string) => Promise<Response>): Promise<Response> {
    c.set('route', `${write ? 'POST' : 'GET'} ${PATH}`)
    await door.admit(c, write)
    try {
      const caller = await door.callerOf(c)
      if (!mayAnswer(caller) || caller.devices.length > 0) throw new AppError('SURVEY_NOT_HERE')
      return await answer(c.req.param('token')!)
    } catch (error) {
      if (!(error instanceof AppError) || !['SURVEY_UNKNOWN', 'SURVEY_EXPIRED', 'SURVEY_NOT_HERE'].includes(error.code))
        throw error
      const { styles } = await web.bookingAssets()
      const { status } = errorReply(error, c.get('requestId'))
      return sendPage(c, sentencePage(errorText(error.code, langOf(c)), langOf(c), { assets: { styles } }), status)
    }
  }

  async function shown(c: Ctx, token: string, more: Pick<ComplaintAsk, 'typed' | 'bad'> = {}): Promise<Response> {
    const own = await complaints.own(token)
    const survey = `/s/${encodeURIComponent(token)}`
    const ask = { lang: langOf(c), path: `${survey}/keluhan`, survey, assets: await web.bookingAssets(), demo, ...more }
    return sendPage(c, complaintPage(own, offices.get(own.office), ask), more.bad ? 422 : 200)
  }

  door.app.get(PATH, c => answered(c, false, token => shown(c, token)))
  door.app.post(PATH, c =>
    answered(c, true, async token => {
      const fields = await formOf(c)
      const typed = (fields['words']?.[0] ?? '').trim().slice(0, MOST_WORDS)
      if (typed === '') return shown(c, token, { typed, bad: 'words' })
      if (fields['consent']?.[0] !== '1') return shown(c, token, { typed, bad: 'consent' })
      await complaints.write(token, typed)
      return c.redirect(`/s/${encodeURIComponent(token)}/keluhan?lang=${langOf(c)}`, 303)
    }),
  )
}
