import { post } from './by-pages.ts'
import { counterPath, TICKETS, type TestApp } from './test-app.ts'

/** One served visit with a low rating: the page of its complaint. */
export async function lowRated(app: TestApp): Promise<string> {
  const [officer, kiosk, tablet] = [await app.as('petugas1'), await app.device('kiosk'), await app.device('tablet')]
  await officer.post(counterPath('1', 'open'))
  await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
  for (const act of ['call-next', 'start', 'finish']) await officer.post(counterPath('1', act))
  const { path } = (await tablet.get(counterPath('1', 'survey'))).body as { path: string }
  await app.visitor().post(`/api/surveys/${path.slice(3)}/rating`, { rating: 1 })
  return `${path}/keluhan`
}

/** The complaint of it, sent as a browser without scripts sends it. */
export function write(app: TestApp, page: string) {
  return post(app.visitor(), `${page}?lang=id`, new URLSearchParams({ words: 'Menunggu tiga jam.', consent: '1' }))
}
