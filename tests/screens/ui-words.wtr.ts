import { elementUpdated, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setLang } from '../../shared/web/lang.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { PICTOGRAMS } from '../../shared/office/pictograms.ts'
import { pictogram } from '../../shared/web/ui/pictograms.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dock.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import '../../shared/web/ui/ui-tag.ts'
import '../../shared/web/ui/ui-ticket.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const columns = [
  { key: 'number', label: 'Nomor', strong: true },
  { key: 'wait', label: 'Menunggu', numeric: true },
]

const rows = [
  { id: 'a', cells: { number: 'A-035', wait: '33 mnt' }, next: true },
  { id: 'b', cells: { number: 'A-041', wait: '14 mnt' } },
]

describe('ui-number', () => {
  afterEach(() => setLang('id'))

  it('shows the number and spells it out for the ear', async () => {
    const number = await fixture(html`<ui-number value="A-047"></ui-number>`)
    expect(number.shadowRoot!.querySelector('[aria-hidden]')!.textContent).to.equal('A-047')
    expect(number.shadowRoot!.querySelector('.vh')!.textContent).to.equal('A nol empat tujuh')
    await accessibleInThemes(number)
  })

  it('spells a booking number and the English digits', async () => {
    const number = await fixture(html`<ui-number value="AR-07"></ui-number>`)
    setLang('en')
    await elementUpdated(number)
    expect(number.shadowRoot!.querySelector('.vh')!.textContent).to.equal('A R zero seven')
  })
})

describe('ui-tag and ui-banner', () => {
  for (const tone of ['neutral', 'go', 'call', 'warn', 'bad'] as const) {
    it(`reads well as a ${tone} tag`, async () => {
      await accessibleInThemes(await fixture(html`<ui-tag tone=${tone}>dipanggil</ui-tag>`))
    })
  }

  for (const tone of ['attention', 'offline', 'bad', 'info'] as const) {
    it(`tells a state of the screen as a ${tone} banner`, async () => {
      const banner = await fixture(html`<ui-banner tone=${tone}>Menyambung kembali.</ui-banner>`)
      expect(banner.shadowRoot!.querySelectorAll('[role=status]').length).to.equal(1)
      await accessibleInThemes(banner)
    })
  }

  it('shows the lost connection only where the screen is stale, and a warning for all else that wants attention', async () => {
    const drawn = async (element: Element) => {
      await elementUpdated(element)
      return element.shadowRoot!.querySelector('.icon svg')!.innerHTML
    }
    const attention = await drawn(await fixture(html`<ui-banner>A-002 masih dilayani.</ui-banner>`))
    const offline = await drawn(await fixture(html`<ui-banner tone="offline">Menyambung kembali.</ui-banner>`))
    const bad = await drawn(await fixture(html`<ui-banner tone="bad">Belum tersimpan.</ui-banner>`))
    expect(attention).to.equal(bad)
    expect(offline).to.not.equal(attention)
  })
})

describe('ui-state', () => {
  for (const kind of ['loading', 'empty', 'error', 'offline', 'stale'] as const) {
    it(`is never blank when ${kind}`, async () => {
      const state = await fixture(html`<ui-state kind=${kind}></ui-state>`)
      expect(state.shadowRoot!.textContent!.trim()).to.not.equal('')
      await accessibleInThemes(state)
    })
  }

  it('shows the code of an error and offers to try again', async () => {
    const state = await fixture(html`<ui-state kind="error" code="7Q4M"></ui-state>`)
    const retries = heard(state, 'retry')
    expect(state.shadowRoot!.textContent).to.contain('Kode 7Q4M')
    state.shadowRoot!.querySelector('button')!.click()
    expect(retries).to.have.length(1)
  })

  it('offers nothing to try again when all is well', async () => {
    const state = await fixture(html`<ui-state kind="empty" heading="Tidak ada antrean"></ui-state>`)
    expect(state.shadowRoot!.querySelectorAll('button').length).to.equal(0)
    expect(state.shadowRoot!.querySelector('b')!.textContent).to.equal('Tidak ada antrean')
  })
})

describe('ui-dock', () => {
  it('keeps what it holds from the edges, also where the page has colours of its own', async () => {
    const dock = await fixture(html`<ui-dock style="--mark: #09524a"><button>Kirim jawaban</button></ui-dock>`)
    const { paddingTop, paddingRight, paddingBottom, paddingLeft } = getComputedStyle(dock)
    for (const padding of [paddingTop, paddingRight, paddingBottom, paddingLeft])
      expect(Number.parseFloat(padding)).to.be.at.least(11)
  })
})

describe('ui-ticket', () => {
  const ticket = (state: string) =>
    html`<ui-ticket state=${state}>
      <p slot="face">Nomor antrean</p>
      <p slot="inside">12 orang</p>
    </ui-ticket>`

  for (const state of ['live', 'soon', 'called', 'done']) {
    it(`reads well when ${state}`, async () => {
      await accessibleInThemes(await fixture(ticket(state)))
    })
  }

  it('has its cut only between two parts', async () => {
    const cut = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('.cut')!.offsetHeight > 0
    const whole = await fixture(ticket('live'))
    const face = await fixture(html`<ui-ticket><p slot="face">Nomor antrean</p></ui-ticket>`)
    await elementUpdated(whole)
    expect([cut(whole), cut(face)]).to.deep.equal([true, false])
  })
})

describe('ui-qr', () => {
  it('draws black on white with a quiet zone and says what it opens', async () => {
    document.documentElement.dataset['theme'] = 'contrast'
    const qr = await fixture(html`<ui-qr value="https://antre.test/t/abc" label="Kode QR menuju nomor A-047"></ui-qr>`)
    await waitUntil(() => qr.shadowRoot!.querySelector('svg'))
    const drawing = qr.shadowRoot!.querySelector('svg')!
    const [x, , width] = drawing.getAttribute('viewBox')!.split(' ').map(Number)
    expect([x, width]).to.deep.equal([-4, 25 + 8])
    expect(drawing.getAttribute('aria-label')).to.equal('Kode QR menuju nomor A-047')
    expect(drawing.querySelector('path')!.getAttribute('d')).to.match(/^M0 0h7v1h-7z/)
    expect(getComputedStyle(qr).backgroundColor).to.equal('rgb(255, 255, 255)')
    await accessibleInThemes(qr)
  })
})

describe('ui-table', () => {
  it('reads well, with numbers at the right and the next row marked in words too', async () => {
    const table = await fixture(
      html`<ui-table caption="Menunggu untuk loket ini" .columns=${columns} .rows=${rows}></ui-table>`,
    )
    await accessibleInThemes(table)
    const next = table.shadowRoot!.querySelector('tr.next')!
    expect(next.querySelector('td')!.textContent!.trim()).to.equal('A-035, berikutnya')
    expect(getComputedStyle(next.querySelectorAll('td')[1]!).textAlign).to.equal('end')
  })

  it('keeps its head while the rows scroll', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ id: String(n), cells: { number: `A-${n}` } }))
    const table = await fixture<HTMLElement>(
      html`<ui-table caption="Antrean" .columns=${columns} .rows=${many}></ui-table>`,
    )
    table.style.height = '200px'
    const scroll = table.shadowRoot!.querySelector('.scroll')!
    scroll.scrollTop = 500
    const head = table.shadowRoot!.querySelector('th')!.getBoundingClientRect()
    expect(scroll.scrollTop).to.equal(500)
    expect(head.top).to.be.closeTo(scroll.getBoundingClientRect().top, 1)
  })

  it('shows its empty slot when there are no rows', async () => {
    const table = await fixture(
      html`<ui-table caption="Antrean" .columns=${columns} .rows=${[]}><p slot="empty">Kosong</p></ui-table>`,
    )
    expect(table.querySelector('p')!.assignedSlot?.name).to.equal('empty')
  })
})

describe('the small pieces', () => {
  it('reads well in every theme', async () => {
    await accessibleInThemes(
      await fixture(
        html`<div>
          <ui-figures
            label="Angka hari ini"
            .items=${[
              { label: 'Dilayani', value: '18', unit: 'orang' },
              { label: 'Lewat janji', value: '2', hot: true },
            ]}
          ></ui-figures>
          <ui-dock layout="two"><ui-button>Batalkan</ui-button><span slot="note">Tanpa nama</span></ui-dock>
          ${icon('bell')}${pictogram('id-card')}
        </div>`,
      ),
    )
  })

  it('marks a figure as hot only past a promise', async () => {
    const figures = await fixture(
      html`<ui-figures
        .items=${[
          { label: 'a', value: '1' },
          { label: 'b', value: '2', hot: true },
        ]}
      ></ui-figures>`,
    )
    expect([...figures.shadowRoot!.querySelectorAll('.hot b')].map(number => number.textContent)).to.deep.equal(['2'])
  })

  it('shows a sheet of paper for a service without a pictogram of its own', async () => {
    const paths = async (name: string) =>
      (await fixture(html`<div>${pictogram(name)}</div>`)).querySelector('svg')!.innerHTML
    const sheet = await paths('unheard-of')
    expect(sheet).to.contain('path')
    for (const name of PICTOGRAMS) expect(await paths(name), name).to.not.equal(sheet)
  })
})
