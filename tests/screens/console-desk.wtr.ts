import { aTimeout, elementUpdated, expect } from '@open-wc/testing'
import '../../console/desk/console-desk.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'

import { answerWith, restoreFetch, sent } from '../helpers/console-answers.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import {
  NOW,
  COUNTER,
  Hall,
  open,
  call,
  start,
  take,
  part,
  inside,
  heading,
  large,
  routes,
  typed,
  press,
  rested,
} from '../helpers/desk-hall.ts'

describe('console-desk', () => {
  afterEach(restoreFetch)

  it('asks for a counter first, and opens it by its digit', async () => {
    const hall = new Hall()
    answerWith({ [`POST ${COUNTER}/open`]: hall.does(open) })
    const desk = await hall.show()
    await accessibleInThemes(desk)
    await press(desk, '3')
    await aTimeout(40)
    expect(heading(desk)).to.equal('Belum ada yang menunggu')
    expect(localStorage.getItem('tanggap.counter')).to.equal('3')
  })

  it('says of an office in preparation that it serves nobody yet, and offers no counter [A62]', async () => {
    answerWith({})
    const desk = await new Hall().show()
    desk.office = { ...demoOffice, openedAt: null }
    await elementUpdated(desk)
    expect(part(desk, 'ui-state').getAttribute('heading')).to.equal('Kantor ini sedang disiapkan')
    expect(desk.shadowRoot!.querySelector('desk-counters')).to.equal(null)
    await press(desk, '3')
    expect(sent).to.have.length(0)
    await accessibleInThemes(desk)
  })

  it('reads well in every theme when ready, called and serving', async () => {
    answerWith({})
    for (const requests of [[], [call], [call, start]]) {
      await accessibleInThemes(await new Hall(open, take(1), take(2, true), take(3), ...requests).show())
    }
  })

  it('does the next right thing by Space: call, start, finish and call', async () => {
    const hall = new Hall(open, take(1), take(2))
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call), [`POST ${COUNTER}/start`]: hall.does(start) })
    const desk = await hall.show()
    expect(large(desk).textContent).to.contain('Panggil berikutnya')
    await press(desk, ' ')
    expect(large(desk).textContent).to.contain('mulai layani')
    await rested(desk)
    await press(desk, ' ')
    expect(large(desk).textContent).to.contain('Selesai, panggil berikutnya')
    await rested(desk)
    await press(desk, ' ')
    expect(routes()).to.deep.equal(['call-next', 'start', 'call-next'])
    expect(new Set(sent.map(s => s.key)).size).to.equal(3)
    expect(heading(desk)).to.contain('002')
  })

  it('shows nothing of an act before its events are here, and stays busy until then', async () => {
    const hall = new Hall(open, take(1))
    answerWith({ [`POST ${COUNTER}/call-next`]: () => hall.decide(call) })
    const desk = await hall.show()
    await press(desk, ' ')
    expect(heading(desk)).to.equal('Siap memanggil')
    expect(large(desk).hasAttribute('busy')).to.equal(true)
    await press(desk, ' ')
    expect(sent).to.have.length(1)
    hall.tell()
    await aTimeout(20)
    expect(heading(desk)).to.contain('001')
    expect(large(desk).hasAttribute('busy')).to.equal(false)
  })

  it('asks for the day again when the events of an act do not come within a second', async () => {
    const hall = new Hall(open, take(1))
    let asked = 0
    hall.live.refresh = () => asked++
    answerWith({ [`POST ${COUNTER}/call-next`]: () => hall.decide(call) })
    const desk = await hall.show()
    await press(desk, ' ')
    await aTimeout(1100)
    expect(asked).to.equal(1)
    expect(large(desk).hasAttribute('busy')).to.equal(false)
  })

  it('repeats an act that may not have arrived with the same key', async () => {
    const hall = new Hall(open, take(1))
    answerWith({})
    const desk = await hall.show()
    await press(desk, ' ')
    expect(part(desk, 'ui-banner').textContent).to.contain('Belum tersimpan')
    const first = sent.find(s => s.route.endsWith('call-next'))!
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call) })
    await press(desk, 'r')
    expect(sent[0]!.key).to.equal(first.key)
    expect(part(desk, 'ui-banner')).to.equal(null)
    expect(heading(desk)).to.contain('001')
  })

  it('says in a sentence why the office refused, until it is closed', async () => {
    answerWith({ [`POST ${COUNTER}/call-next`]: [409, { error: { code: 'QUEUE_EMPTY' } }] })
    const desk = await new Hall(open, take(1)).show()
    await press(desk, ' ')
    expect(part(desk, 'ui-banner').textContent).to.contain('Tidak ada yang menunggu')
    await press(desk, 'Escape')
    expect(part(desk, 'ui-banner')).to.equal(null)
  })

  describe('a booking at the counter', () => {
    /** The first number as a booking; the rules of walk-ins are enough for the rest. */
    function booked(): Hall {
      const hall = new Hall(open, take(1), take(2), call)
      const [first, ...others] = hall.day.tickets[0]!
      hall.day = { ...hall.day, tickets: [[{ ...first!, bookedAt: NOW }, ...others]] }
      hall.live.day = hall.day
      return hall
    }
    const hint: readonly [number, unknown] = [200, { number: 'A-001', name: 'Ratna', phoneEnd: '123' }]

    it('says whom it is for, and is ended by G and a question when somebody else came', async () => {
      const hall = booked()
      const opening = `POST /api/offices/samarinda/bookings/${hall.day.tickets[0]![0]!.id}/open`
      const void_ = hall.does({ verb: 'wrongHolder', counterId: '3' })
      answerWith({ [opening]: hint, [`POST ${COUNTER}/wrong-holder`]: void_ })
      const desk = await hall.show()
      await aTimeout(20)
      expect(inside(desk, 'desk-current', '.holder').textContent)
        .to.contain('Atas nama Ratna')
        .and.contain('berakhir 123')
      await accessibleInThemes(desk)
      await press(desk, 'g')
      expect(routes()).to.deep.equal([opening])
      part(desk, 'ui-dialog').dispatchEvent(new CustomEvent('secondary'))
      await aTimeout(60)
      expect(routes()).to.deep.equal([opening, 'wrong-holder'])
      expect(heading(desk)).to.equal('Siap memanggil')
    })

    it('is not asked about for a number taken in the hall', async () => {
      answerWith({})
      const desk = await new Hall(open, take(1), call).show()
      expect(inside(desk, 'desk-current', '.holder')).to.equal(null)
      await press(desk, 'g')
      expect(part(desk, 'ui-dialog')).to.equal(null)
    })
  })

  it('names the last act for a while, whatever it was, and undoes that very act by Z', async () => {
    const skip = { verb: 'skip', counterId: '3' } as const
    const hall = new Hall(open, take(1), call)
    answerWith({
      [`POST ${COUNTER}/skip`]: hall.does(skip),
      [`POST ${COUNTER}/undo`]: hall.does({ verb: 'undo', counterId: '3' }),
    })
    const desk = await hall.show()
    const bar = () => desk.shadowRoot!.querySelector('.undo')?.textContent?.replace(/\s+/gu, ' ').trim()
    expect(bar()).to.contain('dipanggil. 30 detik lagi')
    const top = () => part(desk, 'desk-current').offsetTop
    const before = top()
    await press(desk, 'l')
    expect(bar()).to.contain('dilewati. 30 detik lagi. Bila diurungkan, tidak tercatat sebagai tidak datang.')
    await press(desk, 'z')
    expect(sent[1]!.body).to.deep.equal({ act: hall.day.seq - 1 })
    expect(heading(desk)).to.contain('001')
    expect(bar()).to.equal(undefined)
    expect(top()).to.equal(before)
  })

  it('asks why a visit is put aside and takes the answer by digit', async () => {
    const hall = new Hall(open, take(1), call, start)
    answerWith({ [`POST ${COUNTER}/park`]: hall.does({ verb: 'park', counterId: '3', reason: 'copy' }) })
    const desk = await hall.show()
    await press(desk, 't')
    const choice = part(desk, 'desk-choice')
    await aTimeout(30)
    await press(desk, 'l')
    expect(sent).to.have.length(0)
    typed(choice, '2')
    await aTimeout(40)
    expect(sent[0]!.body).to.deep.equal({ ticketId: 't1', reason: 'copy' })
    expect(part(desk, 'desk-line').getAttribute('view')).to.equal('waiting')
    await press(desk, '2')
    expect(inside(desk, 'desk-line', 'tbody').textContent).to.contain('Ditunda')
  })

  it('opens and closes the list of keys by the same key', async () => {
    answerWith({})
    const desk = await new Hall(open).show()
    await press(desk, '?')
    typed(part(desk, 'desk-keys'), '?')
    await aTimeout(40)
    expect(part(desk, 'desk-keys')).to.equal(null)
  })

  it('transfers to the first service found by a word, also with a slip [Q6]', async () => {
    const hall = new Hall(open, take(1), call)
    const other = demoOffice.services.find(s => s.name[0].includes('Perceraian'))!
    answerWith({
      [`POST ${COUNTER}/transfer`]: hall.does({ verb: 'transfer', counterId: '3', serviceId: other.id }),
    })
    const desk = await hall.show()
    await press(desk, 'a')
    const field = inside(desk, 'desk-transfer', 'input') as HTMLInputElement
    field.value = 'percerian'
    field.dispatchEvent(new Event('input'))
    await aTimeout(20)
    typed(field, 'Enter')
    await aTimeout(40)
    expect(sent[0]!.body).to.deep.equal({ ticketId: 't1', serviceId: other.id })
  })

  it('marks in line who said to be there, and says so at the call, in every theme [L12]', async () => {
    const hall = new Hall(open, take(1), take(2), { verb: 'here', no: 0 })
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does(call) })
    const desk = await hall.show()
    const rows = [...part(desk, 'desk-line').shadowRoot!.querySelectorAll('tbody tr')]
    expect(rows.map(row => /di sini \d\d\.\d\d/.test(row.textContent!))).to.deep.equal([true, false])
    await accessibleInThemes(desk)
    await press(desk, ' ')
    await aTimeout(40)
    expect(inside(desk, 'desk-current', '.head').textContent).to.match(/Dipanggil\s+Sudah di sini, \d\d\.\d\d/)
    await accessibleInThemes(desk)
  })

  it('puts somebody who missed the call back in line', async () => {
    const hall = new Hall(open, take(1), call, { verb: 'skip', counterId: '3' })
    const route = 'POST /api/offices/samarinda/tickets/t1/return'
    answerWith({ [route]: hall.does({ verb: 'return', no: 0 }) })
    const desk = await hall.show()
    await press(desk, '3')
    inside(desk, 'desk-line', 'td ui-button').click()
    await aTimeout(60)
    expect(sent[0]!.route).to.equal(route)
    expect(inside(desk, 'desk-line', 'tbody').textContent).to.contain('Kembali setelah terlewat')
  })

  it('calls out of order only with a reason', async () => {
    const hall = new Hall(open, take(1), take(2), take(3))
    answerWith({ [`POST ${COUNTER}/call-next`]: hall.does({ ...call, pick: { no: 2, reason: 'vulnerable' } }) })
    const desk = await hall.show(['queue.call', 'queue.take', 'queue.pick'])
    part(desk, 'desk-line').shadowRoot!.querySelectorAll<HTMLElement>('td ui-button')[1]!.click()
    await aTimeout(40)
    expect(sent).to.have.length(0)
    typed(part(desk, 'desk-choice'), '3')
    await aTimeout(40)
    expect(sent[0]!.body).to.deep.equal({ ticketId: null, pick: { ticketId: 't3', reason: 'vulnerable' } })
  })

  it('leaves letters alone where somebody types', async () => {
    answerWith({})
    const desk = await new Hall(open, take(1), call).show()
    const field = inside(desk, 'desk-line', 'input')
    typed(field, 'l')
    await aTimeout(20)
    expect(sent).to.have.length(0)
  })

  it('says why this number is next, and offers picking only to those who may', async () => {
    answerWith({})
    const hall = new Hall(open, take(1), take(2, true), take(3))
    const desk = await hall.show()
    const rows = () => [...part(desk, 'desk-line').shadowRoot!.querySelectorAll('tbody tr')]
    expect(rows()[0]!.textContent).to.contain('Prioritas, datang 10.30, maju 15 menit')
    expect(rows()[1]!.querySelector('ui-button')).to.equal(null)
    const supervisor = await hall.show(['queue.call', 'queue.take', 'queue.pick'])
    const offered = part(supervisor, 'desk-line').shadowRoot!.querySelectorAll('tbody ui-button')
    expect(offered).to.have.length(2)
  })

  it('waits with its buttons while the connection is down, and says since when', async () => {
    answerWith({})
    const hall = new Hall(open, take(1))
    const desk = await hall.show()
    hall.live.connected = false
    desk.requestUpdate()
    await aTimeout(2100)
    desk.requestUpdate()
    await elementUpdated(desk)
    await elementUpdated(part(desk, 'desk-buttons'))
    expect(part(desk, 'ui-banner').textContent).to.contain('Ini keadaan pukul 10.30')
    expect(large(desk).hasAttribute('disabled')).to.equal(true)
    await press(desk, ' ')
    expect(sent).to.have.length(0)
  })
})
