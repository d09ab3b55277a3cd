import { AppError } from '../../../../shared/kit/errors.ts'
import { FILE_LIMIT } from '../../../../shared/ticket/scans.ts'
import type { Uploads } from '../../../services/booking/uploads.ts'
import { formBody } from '../../form-body.ts'
import { langOf } from '../html.ts'
import type { Door } from '../../mount.ts'

/** Scans of papers from the page of a ticket: a plain form, also without scripts. */
export function mountTicketFiles(door: Door, uploads: Uploads): void {
  door.app.post('/t/:token/files', async c => {
    c.set('route', 'POST /t/:token/files')
    await door.admit(c, true)
    const token = c.req.param('token')
    const back = `/t/${encodeURIComponent(token)}`
    const { file } = await formBody(c)
    try {
      if (!(file instanceof File) || file.size === 0) throw new AppError('BAD_REQUEST', { where: 'file' })
      if (file.size > FILE_LIMIT.mostBytes) throw new AppError('BODY_TOO_LARGE', FILE_LIMIT)
      await uploads.add(token, file.name, new Uint8Array(await file.arrayBuffer()))
      return c.redirect(`${back}?lang=${langOf(c)}#files`, 303)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const said = error.code === 'TICKET_UNKNOWN' ? '' : `said=${error.code}&`
      return c.redirect(`${back}?${said}lang=${langOf(c)}#files`, 303)
    }
  })
}
