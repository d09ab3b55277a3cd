import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { icon } from '../shared/web/ui/icons.ts'
import { PICTOGRAMS } from '../shared/office/pictograms.ts'
import { pictogram } from '../shared/web/ui/pictograms.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-chips.ts'
import '../shared/web/ui/ui-choice.ts'
import '../shared/web/ui/ui-clock.ts'
import '../shared/web/ui/ui-dock.ts'
import '../shared/web/ui/ui-figures.ts'
import '../shared/web/ui/ui-key.ts'
import '../shared/web/ui/ui-number.ts'
import '../shared/web/ui/ui-qr.ts'
import '../shared/web/ui/ui-range.ts'
import '../shared/web/ui/ui-rating.ts'
import '../shared/web/ui/ui-ribbon.ts'
import '../shared/web/ui/ui-search.ts'
import '../shared/web/ui/ui-state.ts'
import '../shared/web/ui/ui-table.ts'
import '../shared/web/ui/ui-tag.ts'
import '../shared/web/ui/ui-ticket.ts'
import '../shared/web/ui/ui-trip.ts'
import * as sample from './gallery-samples.ts'

const GROUNDS = ['paper', 'surface', 'sunk', 'ink', 'soft', 'accent', 'accent-soft', 'call', 'call-soft', 'danger']

/** One theme of the gallery: every element in every state. */
@customElement('gallery-column')
export class GalleryColumn extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        --target: 44px;
        display: grid;
        gap: 0.8rem;
        align-content: start;
        padding: 1.1rem;
        border: 1px solid var(--line);
        border-radius: var(--r-l);
        background: var(--paper);
        color: var(--ink);
        font-weight: var(--w-text);
      }
      h2 {
        font-size: 1rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .row ui-button {
        font-size: 0.9rem;
        --button-pad: 0 0.9em;
      }
      .grounds {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 0.4rem;
        font-size: 0.8rem;
      }
      .grounds i {
        display: block;
        height: 2rem;
        border-radius: var(--r-s);
        background: var(--ground);
        box-shadow: inset 0 0 0 1px var(--edge);
      }
      .two,
      .three {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
      }
      .three {
        grid-template-columns: repeat(3, 1fr);
        font-size: 0.8rem;
      }
      .line {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        padding: 0.6rem 1.1rem;
      }
      .line ui-number {
        font-size: 2rem;
        line-height: 1.1;
      }
      ui-qr {
        width: 6rem;
      }
      ui-dock {
        position: static;
      }
      .pane {
        padding: 0.5rem;
        border: 1px solid var(--line);
        border-radius: var(--r-m);
        background: var(--surface);
      }
      .pict {
        width: 2.4rem;
        height: 2.4rem;
      }
    `,
  ]

  @property() heading = ''

  protected override render() {
    return html`<h2>${this.heading}</h2>
      ${this.#grounds()} ${this.#actions()} ${this.#answers()} ${this.#words()} ${this.#times()} ${this.#tickets()}
      ${this.#figures()}`
  }

  #grounds() {
    return html`<div class="grounds">
        ${GROUNDS.map(name => html`<span><i .style=${`--ground: var(--${name})`}></i>${name}</span>`)}
      </div>
      <div class="row">${PICTOGRAMS.map(name => pictogram(name))}</div>`
  }

  #actions() {
    return html`<div class="row">
        <ui-button variant="primary">Ambil nomor</ui-button>
        <ui-button>Kembali</ui-button>
        <ui-button variant="call">Panggil ulang</ui-button>
      </div>
      <div class="row">
        <ui-button variant="danger">Batalkan</ui-button>
        <ui-button variant="plain">Lewati</ui-button>
        <ui-button disabled>Mulai layani</ui-button>
        <ui-button .pressed=${true}>ID</ui-button>
      </div>
      <div class="row">
        <ui-button variant="primary" busy>Menyimpan</ui-button>
        <ui-button busy>Memanggil</ui-button>
        <ui-button size="s">Kecil</ui-button>
      </div>
      <div class="three">
        <ui-button layout="stack" shortcut="u"
          >${icon('refresh')}<span>Panggil ulang</span><ui-key>U</ui-key></ui-button
        >
        <ui-button layout="stack" disabled>${icon('pause')}<span>Tunda</span><ui-key>T</ui-key></ui-button>
        <ui-button layout="stack">${icon('swap')}<span>Alihkan</span><ui-key>A</ui-key></ui-button>
      </div>
      <ui-button size="l" layout="start" variant="primary"
        >${icon('play')}<span>Hadir, mulai layani<small>Waktu layanan mulai dihitung</small></span
        ><ui-key class="end">Spasi</ui-key></ui-button
      >
      <div class="row">
        <ui-tag>istirahat</ui-tag><ui-tag tone="go">Loket 3 buka</ui-tag><ui-tag tone="call">dipanggil</ui-tag>
        <ui-tag tone="warn">berjalan</ui-tag><ui-tag tone="bad">lewat janji</ui-tag>
      </div>`
  }

  #answers() {
    return html`<ui-choice checked>Kartu Keluarga<small>Asli atau fotokopi</small></ui-choice>
      <ui-choice>Surat kehilangan</ui-choice>
      <ui-choice disabled>Surat nikah</ui-choice>
      <div class="two" role="radiogroup" aria-label="Antrean">
        <ui-choice kind="radio" name="lane" checked>Umum</ui-choice>
        <ui-choice kind="radio" name="lane">Prioritas</ui-choice>
      </div>
      <ui-rating layout="row" .value=${2}></ui-rating>
      <ui-rating></ui-rating>
      <ui-chips label="Apa yang kurang?" .options=${sample.reasons} .selected=${['Terlalu lama']}></ui-chips>
      <ui-chips mode="single" label="Kesesuaian" .options=${sample.answers} .selected=${['3']}></ui-chips>
      <ui-chips
        mode="fixed"
        label="Biaya"
        why="Layanan ini gratis, jadi jawabannya sudah terisi."
        .options=${sample.prices}
        .selected=${['4']}
      ></ui-chips>
      <ui-search label="Cari layanan" placeholder="Misalnya KTP hilang"></ui-search>
      <ui-dock layout="two"
        ><ui-button>Batalkan</ui-button><ui-button>Saya terlambat</ui-button
        ><span slot="note">Nomor tetap berlaku sampai dipanggil.</span></ui-dock
      >`
  }

  #words() {
    return html`<ui-banner tone="offline">Menyambung kembali. Ini keadaan pukul 10.19.</ui-banner>
      <ui-banner tone="bad">Belum tersimpan. Coba lagi, nomor Anda tidak dobel.</ui-banner>
      <ui-banner tone="info">Petugas tidak melihat siapa yang menilai.</ui-banner>
      <div class="three">
        <ui-state kind="loading" heading="Memuat daftar antrean"></ui-state>
        <ui-state kind="empty" heading="Tidak ada antrean">Nomor baru akan muncul di sini.</ui-state>
        <ui-state kind="error" code="7Q4M"></ui-state>
        <ui-state kind="offline">Nomor tetap bisa diambil.</ui-state>
        <ui-state kind="stale">Ini keadaan pukul 10.19.</ui-state>
      </div>`
  }

  #times() {
    const { open, close, breaks } = sample.day
    const now = () => sample.NOW
    return html`<ui-range .now=${sample.NOW} .from=${sample.range.from} .to=${sample.range.to} .end=${sample.range.end}>
      </ui-range>
      <ui-range .now=${sample.NOW}></ui-range>
      ${sample.dayMoments.map(
        moment => html`<ui-ribbon .open=${open} .close=${close} .breaks=${breaks} .now=${moment}></ui-ribbon>`,
      )}
      <ui-ribbon ends="words" .open=${open} .close=${close} .breaks=${breaks} .now=${sample.NOW}></ui-ribbon>
      <div class="row">
        <ui-clock .source=${now}></ui-clock>
        <ui-clock .source=${now} layout="stacked"></ui-clock>
      </div>
      <ui-clock .source=${now} layout="wide" .offset=${60_000}></ui-clock>
      <ui-trip .spans=${sample.trip} .now=${sample.NOW}></ui-trip>`
  }

  #tickets() {
    return (['live', 'soon', 'called', 'done'] as const).map(
      state =>
        html`<ui-ticket state=${state}>
          <div slot="face" class="line">
            <span class="soft">Nomor antrean</span><ui-number value="A-047"></ui-number>
          </div>
          <div slot="inside" class="line"><span>Di depan Anda</span><b>12 orang</b></div>
        </ui-ticket>`,
    )
  }

  #figures() {
    return html`<ui-figures label="Angka hari ini" .items=${sample.figures}></ui-figures>
      <div class="pane"><ui-table caption="Menunggu" .columns=${sample.columns} .rows=${sample.rows}></ui-table></div>
      <ui-qr value="https://antre.example/t/contoh" label="Kode QR menuju nomor A-047"></ui-qr>`
  }
}
