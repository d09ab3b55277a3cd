import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/frame/console-frame.ts'
import type { ConsoleFrame } from '../../console/frame/console-frame.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { addDays, officeDate, weekday } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, staffOf } from '../helpers/console-pages.ts'

const today = officeDate(Date.now(), demoOffice.zone)
const day = { open: '08:00', close: '15:00', breaks: [] }
const open: OfficeInfo = {
  ...demoOffice,
  alwaysOpen: false,
  hours: Array.from({ length: 7 }, () => day),
  holidays: [],
  specialHours: [],
}

async function said(office: OfficeInfo): Promise<string | undefined> {
  const frame = await fixture<ConsoleFrame>(
    html`<console-frame .office=${office} .staff=${staffOf('administrator')}></console-frame>`,
  )
  await waitUntil(() => frame.shadowRoot!.querySelector('main'))
  return frame.shadowRoot!.querySelector('.closed')?.textContent?.replace(/\s+/g, ' ').trim()
}

describe('a day without doors', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => {
    setLang('id')
    server = answering({})
  })
  afterEach(() => server.restore())

  it('is said on every page of the console, with why and when the doors open again [H15]', async () => {
    const holiday = await said({ ...open, holidays: [today] })
    expect(holiday).to.match(/^Hari ini tutup: hari libur\. Buka lagi .+ pukul 08\.00\.$/)
    const special = {
      name: ['Ramadan', 'Ramadan'] as const,
      from: today,
      to: addDays(today, 3),
      hours: Array(7).fill(null),
    }
    expect(await said({ ...open, specialHours: [special] })).to.match(/^Hari ini tutup: Ramadan\. Buka lagi /)
    const weekly = open.hours.map((hours, i) => (i === weekday(today) ? null : hours))
    expect(await said({ ...open, hours: weekly })).to.match(/^Hari ini tutup: \S+, \d+ \S+\. Buka lagi /)
  })

  it('is not said of a day with doors, nor of a trial office, whose doors are always open [H15]', async () => {
    expect(await said(open)).to.equal(undefined)
    expect(await said({ ...open, alwaysOpen: true, holidays: [today] })).to.equal(undefined)
  })
})
