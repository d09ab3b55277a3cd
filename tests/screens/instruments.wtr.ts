import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/instruments/instruments-page.ts'
import type { InstrumentEditor } from '../../console/reports/instruments/instrument-editor.ts'
import type { InstrumentsPage } from '../../console/reports/instruments/instruments-page.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import { BUILT_IN, BUILT_IN_IDS } from '../../shared/survey/instrument/built-in.ts'
import type { Instrument } from '../../shared/survey/instrument/instrument.ts'
import { linesOf } from '../../shared/survey/instrument/wording.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const READ = 'GET /api/offices/samarinda/instruments'
const OWN: Instrument = {
  name: ['Pengangkutan sampah', 'Waste collection'],
  steps: 4,
  questions: [
    {
      ...{ key: 'jadwal', name: ['Jadwal', ''], wording: ['Apakah sampah diangkut sesuai jadwal?', ''], weight: null },
      answers: ['Tidak pernah', 'Jarang', 'Sering', 'Selalu'].map(words => [words, ''] as const),
    },
  ],
}
const instruments = [
  ...BUILT_IN_IDS.map(id => ({ id, official: true, version: 0, versions: [], instrument: BUILT_IN[id] })),
  {
    ...{ id: 'sampah', official: false, version: 2, instrument: OWN },
    versions: [2, 1].map(version => ({ version, savedAt: 1_780_000_000_000, savedBy: 'Kepala Bidang (contoh)' })),
  },
]
let server: ReturnType<typeof answering>

async function open(path = '') {
  server = answering({
    [READ]: { instruments },
    'POST /api/offices/samarinda/instruments/sampah': { version: 3 },
    'POST /api/offices/samarinda/instruments/skm': { version: 1 },
  })
  const page = await fixture<InstrumentsPage>(
    html`<instruments-page .office=${office} .live=${still()} path=${path}></instruments-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('.cards, instrument-editor, ui-state[kind="empty"]'))
  return page
}
const words = (root: ShadowRoot | Element) => root.textContent!.replace(/\s+/g, ' ')
async function editorOf(page: InstrumentsPage): Promise<InstrumentEditor> {
  const editor = page.shadowRoot!.querySelector('instrument-editor')!
  await editor.updateComplete
  for (const one of editor.shadowRoot!.querySelectorAll('question-editor')) await one.updateComplete
  return editor
}
const button = (root: ShadowRoot, name: string) =>
  [...root.querySelectorAll('ui-button')].find(one => (one.label || one.textContent!.trim()) === name)!
function types(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input'))
}

describe('the questionnaires of an office', () => {
  beforeEach(() => {
    setLang('id')
    keepTextOf('manajer')
  })
  afterEach(() => {
    server.restore()
    keepTextOf(undefined)
    location.hash = ''
  })

  it('stand in a list with their shape and versions, those of the regulations first [S80]', async () => {
    const page = await open()
    const heads = [...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent)
    expect(heads[0]).to.equal('Survei Kepuasan Masyarakat (SKM)')
    expect(heads.at(-1)).to.equal('Pengangkutan sampah')
    const said = words(page.shadowRoot!)
    for (const one of ['8 pertanyaan, skala 1–6', 'belum diubah', 'Versi 2, disimpan', 'oleh Kepala Bidang (contoh)'])
      expect(said).to.contain(one)
    await accessibleInThemes(page)
  })

  it('are changed in a form with a preview, and saved as the next version [S80]', async () => {
    const page = await open('sampah')
    const editor = await editorOf(page)
    const root = editor.shadowRoot!
    expect(words(root)).to.contain('Belum ada yang diubah.')
    expect(button(root, 'Simpan versi 3').disabled).to.equal(true)
    button(root, 'Tambah pertanyaan').click()
    await editorOf(page)
    expect(words(root)).to.contain('Isi nama singkat dan bunyi pertanyaan 2.')
    const second = root.querySelectorAll('question-editor')[1]!.shadowRoot!
    types(second.querySelector('input')!, 'Bersih')
    types(second.querySelector('textarea')!, 'Apakah tempatnya bersih?')
    await editorOf(page)
    const preview = root.querySelector('instrument-preview')!
    await preview.updateComplete
    expect(words(preview.shadowRoot!)).to.contain('2. Apakah tempatnya bersih?')
    await accessibleInThemes(page)
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    const { body } = server.asked.find(a => a.method === 'POST')! as {
      body: { instrument: Instrument; version: number }
    }
    expect(body.version).to.equal(2)
    expect(body.instrument.questions.map(q => q.wording[0])).to.deep.equal([
      'Apakah sampah diangkut sesuai jadwal?',
      'Apakah tempatnya bersih?',
    ])
    await waitUntil(() => words(root).includes('Tersimpan sebagai versi 3'))
    // Beside the button, where whoever pressed it looks.
    const form = root.querySelector('form')!
    expect(form.lastElementChild!.textContent).to.contain('Tersimpan sebagai versi 3')
    expect(words(form)).not.to.contain('Belum ada yang diubah.')
  })

  it('keep what is written through a reload until it is saved or thrown away', async () => {
    const page = await open('sampah')
    const editor = await editorOf(page)
    types(editor.shadowRoot!.querySelector('input')!, 'Sampah rumah')
    await page.updateComplete
    server.restore()
    const again = await open('sampah')
    expect(words(again.shadowRoot!)).to.contain('Isian Anda yang belum terkirim ada di sini.')
    expect((await editorOf(again)).instrument.name[0]).to.equal('Sampah rumah')
    again.shadowRoot!.querySelector<HTMLElement>('ui-banner ui-button')!.click()
    await again.updateComplete
    expect((await editorOf(again)).instrument.name[0]).to.equal('Pengangkutan sampah')
  })

  it('of a regulation keep their words, change their order and weights, and tell the highest index [S80] [S81]', async () => {
    const page = await open('skm')
    const editor = await editorOf(page)
    const root = editor.shadowRoot!
    const all = () => [...root.querySelectorAll('question-editor')]
    expect(all()[0]!.shadowRoot!.querySelector('textarea')).to.equal(null)
    expect(words(all()[0]!.shadowRoot!)).to.contain('Bunyi resmi, tidak diubah.')
    button(root, 'Urutan lampiran').click()
    await editorOf(page)
    expect(
      all()
        .map(one => one.question.key)
        .slice(-2),
    ).to.deep.equal(['sarana', 'pengaduan'])
    const [, weights] = root.querySelectorAll('select')
    weights!.value = 'own'
    weights!.dispatchEvent(new Event('change'))
    await editorOf(page)
    expect(words(root)).to.contain('Indeks paling tinggi yang dapat dicapai: 99,99')
  })

  it('give a question back that was removed, and name what is too long for a phone [S82]', async () => {
    const page = await open('sampah')
    const editor = await editorOf(page)
    const root = editor.shadowRoot!
    const one = () => root.querySelector('question-editor')?.shadowRoot
    types(one()!.querySelector('textarea')!, 'Apakah sampah di lingkungan Saudara diangkut sesuai jadwal? '.repeat(5))
    await editorOf(page)
    expect(words(root)).to.match(/Pertanyaan 1 \(Indonesia\): \d+ baris di ponsel, paling banyak 5\./)
    button(one()!, 'Hapus pertanyaan 1').click()
    await editorOf(page)
    expect(words(root)).to.contain('Tambah paling sedikit satu pertanyaan.')
    button(root, 'Urungkan').click()
    await editorOf(page)
    expect(one()).not.to.equal(undefined)
  })

  it('say where there is none of that address', async () => {
    const page = await open('tidak-ada')
    expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Instrumen ini tidak ada')
  })
})

describe('the rule for the length of wording', () => {
  it('counts no fewer lines than a phone 360 px wide draws, in any official question and answer [S82]', async () => {
    setLang('id')
    // A little wider than the letters of phones.
    const file = '/shared/web/ui/fonts/plus-jakarta-sans-latin-wght-normal.woff2'
    document.fonts.add(await new FontFace('Plus Jakarta Sans', `url(${file})`, { weight: '200 800' }).load())
    for (const id of BUILT_IN_IDS) {
      const preview = await fixture(html`<instrument-preview .instrument=${BUILT_IN[id]}></instrument-preview>`)
      const root = preview.shadowRoot!
      const drawn = (element: Element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size
      }
      const { questions } = BUILT_IN[id]
      root.querySelectorAll('.wording').forEach((element, i) => {
        expect(linesOf(`${i + 1}. ${questions[i]!.wording[0]}`, 'question'), element.textContent!).to.be.at.least(
          drawn(element),
        )
      })
      root.querySelectorAll('.question').forEach((question, i) =>
        question.querySelectorAll('li').forEach((element, at) => {
          expect(linesOf(questions[i]!.answers[at]![0], 'answer')).to.be.at.least(drawn(element))
        }),
      )
    }
  })
})
