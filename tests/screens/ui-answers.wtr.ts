import { elementUpdated, expect, fixture, html } from '@open-wc/testing'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-chips.ts'
import '../../shared/web/ui/ui-rating.ts'
import '../../shared/web/ui/ui-search.ts'
import type { UiChips } from '../../shared/web/ui/ui-chips.ts'
import type { UiRating } from '../../shared/web/ui/ui-rating.ts'
import type { UiSearch } from '../../shared/web/ui/ui-search.ts'
import { accessibleInThemes, heard, press } from './ui-in-themes.ts'

const lanes = html`<div role="radiogroup" aria-label="Antrean">
  <ui-choice kind="radio" name="lane" value="umum" checked>Umum</ui-choice>
  <ui-choice kind="radio" name="lane" value="prioritas">Prioritas<small>Lansia, ibu hamil</small></ui-choice>
</div>`

const reasons = [
  { value: 'slow', label: 'Terlalu lama' },
  { value: 'room', label: 'Ruang tunggu' },
]

const skm = ['1', '2', '3', '4'].map(value => ({ value, label: `Jawaban ${value}` }))

describe('ui-choice', () => {
  it('reads well in every theme', async () => {
    await accessibleInThemes(await fixture(lanes))
    await accessibleInThemes(await fixture(html`<ui-choice checked>Kartu Keluarga<small>Asli</small></ui-choice>`))
    await accessibleInThemes(await fixture(html`<ui-choice disabled>Surat nikah</ui-choice>`))
  })

  it('ticks and unticks a paper by touch and by the space bar', async () => {
    const choice = await fixture<HTMLElement>(html`<ui-choice value="kk">Kartu Keluarga</ui-choice>`)
    const told = heard<{ checked: boolean; value: string }>(choice, 'change')
    choice.click()
    press(choice, ' ')
    await elementUpdated(choice)
    expect(told).to.deep.equal([
      { checked: true, value: 'kk' },
      { checked: false, value: 'kk' },
    ])
    expect(choice.getAttribute('aria-checked')).to.equal('false')
  })

  it('lets only one lane be chosen, and moves by arrow', async () => {
    const group = await fixture(lanes)
    const [general, priority] = [...group.querySelectorAll('ui-choice')]
    const told = heard<{ value: string }>(group, 'change')
    expect([general!.tabIndex, priority!.tabIndex]).to.deep.equal([0, -1])
    press(general!, 'ArrowDown')
    await elementUpdated(general!)
    await elementUpdated(priority!)
    expect([general!.checked, priority!.checked]).to.deep.equal([false, true])
    expect([general!.tabIndex, priority!.tabIndex]).to.deep.equal([-1, 0])
    expect(document.activeElement === priority).to.equal(true)
    expect(told.map(detail => detail.value)).to.deep.equal(['prioritas'])
  })

  it('does not move while it is disabled', async () => {
    const choice = await fixture<HTMLElement>(html`<ui-choice disabled>Surat nikah</ui-choice>`)
    const told = heard(choice, 'change')
    choice.click()
    expect(told).to.have.length(0)
  })
})

describe('ui-rating', () => {
  const faces = (rating: UiRating) => [...rating.shadowRoot!.querySelectorAll('button')]

  it('reads well in every theme, as a column and as a row', async () => {
    await accessibleInThemes(await fixture(html`<ui-rating></ui-rating>`))
    await accessibleInThemes(await fixture(html`<ui-rating layout="row" .value=${2}></ui-rating>`))
  })

  it('offers four faces with words, the best first', async () => {
    const rating = await fixture<UiRating>(html`<ui-rating></ui-rating>`)
    expect(faces(rating).map(face => face.textContent!.trim())).to.deep.equal([
      'Sangat puas',
      'Puas',
      'Kurang puas',
      'Tidak puas',
    ])
  })

  it('takes one touch as a complete answer', async () => {
    const rating = await fixture<UiRating>(html`<ui-rating></ui-rating>`)
    const told = heard<{ value: number }>(rating, 'rate')
    faces(rating)[3]!.click()
    await elementUpdated(rating)
    expect(told).to.deep.equal([{ value: 1 }])
    expect(faces(rating)[3]!.getAttribute('aria-checked')).to.equal('true')
  })

  it('moves by arrow without answering', async () => {
    const rating = await fixture<UiRating>(html`<ui-rating></ui-rating>`)
    const told = heard(rating, 'rate')
    faces(rating)[0]!.focus()
    press(faces(rating)[0]!, 'ArrowRight')
    expect(faces(rating).indexOf(rating.shadowRoot!.activeElement as HTMLButtonElement)).to.equal(1)
    press(faces(rating)[1]!, 'End')
    expect(faces(rating).indexOf(rating.shadowRoot!.activeElement as HTMLButtonElement)).to.equal(3)
    press(faces(rating)[3]!, 'ArrowDown')
    expect(faces(rating).indexOf(rating.shadowRoot!.activeElement as HTMLButtonElement)).to.equal(0)
    expect(told).to.have.length(0)
  })

  it('draws all four faces with the same weight', async () => {
    const rating = await fixture<UiRating>(html`<ui-rating></ui-rating>`)
    const looks = faces(rating).map(face => {
      const { stroke, strokeWidth } = getComputedStyle(face.querySelector('svg')!)
      return `${stroke} ${strokeWidth} ${face.offsetHeight}`
    })
    expect(new Set(looks).size).to.equal(1)
  })
})

describe('ui-chips', () => {
  it('reads well in every theme', async () => {
    await accessibleInThemes(
      await fixture(html`<ui-chips label="Apa yang kurang?" .options=${reasons} .selected=${['slow']}></ui-chips>`),
    )
    await accessibleInThemes(
      await fixture(html`<ui-chips mode="single" label="Prosedur" .options=${skm} .selected=${['3']}></ui-chips>`),
    )
    await accessibleInThemes(
      await fixture(
        html`<ui-chips
          mode="fixed"
          label="Biaya"
          .options=${skm}
          .selected=${['4']}
          why="Layanan ini gratis"
        ></ui-chips>`,
      ),
    )
  })

  it('collects several reasons and lets one go again', async () => {
    const chips = await fixture<UiChips>(html`<ui-chips label="Alasan" .options=${reasons}></ui-chips>`)
    const told = heard<{ selected: string[] }>(chips, 'change')
    for (const place of [0, 1, 0]) {
      chips.shadowRoot!.querySelectorAll('button')[place]!.click()
      await elementUpdated(chips)
    }
    expect(told.map(detail => detail.selected)).to.deep.equal([['slow'], ['slow', 'room'], ['room']])
  })

  it('keeps one answer of four, also by arrow', async () => {
    const chips = await fixture<UiChips>(html`<ui-chips mode="single" label="Prosedur" .options=${skm}></ui-chips>`)
    const buttons = chips.shadowRoot!.querySelectorAll('button')
    buttons[1]!.click()
    press(buttons[1]!, 'ArrowRight')
    await elementUpdated(chips)
    expect(chips.selected).to.deep.equal(['3'])
    expect([...buttons].map(button => button.getAttribute('aria-checked'))).to.deep.equal([
      'false',
      'false',
      'true',
      'false',
    ])
  })

  it('does not let a fixed answer be changed, and says why', async () => {
    const chips = await fixture<UiChips>(
      html`<ui-chips
        mode="fixed"
        label="Biaya"
        .options=${skm}
        .selected=${['4']}
        why="Layanan ini gratis"
      ></ui-chips>`,
    )
    chips.shadowRoot!.querySelectorAll('button')[0]!.click()
    expect(chips.selected).to.deep.equal(['4'])
    expect(chips.shadowRoot!.querySelector('#why')!.textContent).to.equal('Layanan ini gratis')
  })
})

describe('ui-search', () => {
  it('reads well and answers with every letter', async () => {
    const search = await fixture<UiSearch>(
      html`<ui-search label="Cari layanan" placeholder="Misalnya hilang"></ui-search>`,
    )
    await accessibleInThemes(search)
    const told = heard<{ value: string }>(search, 'search')
    const input = search.shadowRoot!.querySelector('input')!
    input.value = 'ktp'
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    expect(told).to.deep.equal([{ value: 'ktp' }])
  })
})
