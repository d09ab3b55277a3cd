import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js'
import { LitElement, css, html, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import './ui-chart.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale)

const ROW_PX = 25
const AXIS_PX = 30

/** One bar by name; `null` where nothing was measured, with the words that say so. */
export type CanvasBar = { readonly label: string; readonly value: number | null; readonly text: string }

/** Bars drawn by Chart.js, in the order given. The library is large: only pages of reports import this file. */
@customElement('ui-chart-canvas')
export class UiChartCanvas extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .box {
        position: relative;
        height: var(--height);
        /* A drawing for a wider screen does not widen the page until it is drawn anew. */
        overflow: hidden;
      }
    `,
  ]

  @property({ attribute: false }) bars: readonly CanvasBar[] = []
  /** Words over the names and the values. */
  @property({ attribute: false }) heads: readonly [string, string] = ['', '']
  @property() label = ''
  @query('canvas') private canvas!: HTMLCanvasElement
  #chart: Chart<'bar', (number | null)[], string> | undefined
  #themes: MutationObserver | undefined
  /** A page that names no theme follows its system. */
  readonly #night = matchMedia('(prefers-color-scheme: dark)')
  readonly #repaint = () => this.#paint()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#themes = new MutationObserver(this.#repaint)
    this.#night.addEventListener('change', this.#repaint)
    this.#themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    if (this.hasUpdated) this.requestUpdate('bars')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#themes?.disconnect()
    this.#night.removeEventListener('change', this.#repaint)
    this.#chart?.destroy()
    this.#chart = undefined
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('bars') || changed.has('heads')) this.#paint()
  }

  protected override render() {
    const height = this.bars.length * ROW_PX + AXIS_PX
    return html`<ui-chart
      .label=${this.label}
      .table=${{ heads: this.heads, rows: this.bars.map(bar => [bar.label, bar.text]) }}
    >
      <div class="box" .style=${`--height: ${height}px`}><canvas></canvas></div>
    </ui-chart>`
  }

  #paint(): void {
    this.#chart?.destroy()
    const style = getComputedStyle(this)
    const colour = (name: string) => style.getPropertyValue(name).trim()
    const font = { family: style.fontFamily, size: 12 }
    const words = this.bars.map(bar => bar.text)
    const most = Math.max(1, ...this.bars.map(bar => bar.value ?? 0))
    this.#chart = new Chart<'bar', (number | null)[], string>(this.canvas, {
      type: 'bar',
      data: {
        labels: this.bars.map(bar => bar.label),
        datasets: [
          {
            data: this.bars.map(bar => bar.value),
            backgroundColor: colour('--mark'),
            borderRadius: 3,
            maxBarThickness: 15,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        animation: false,
        events: [],
        maintainAspectRatio: false,
        // Room for the longest value behind the longest bar.
        layout: { padding: { right: 12 + 8 * Math.max(0, ...words.map(word => word.length)) } },
        scales: {
          x: {
            beginAtZero: true,
            suggestedMax: most,
            grid: { color: colour('--line') },
            border: { display: false },
            ticks: { color: colour('--soft'), font, maxTicksLimit: 5, precision: 0 },
          },
          y: {
            grid: { display: false },
            border: { display: false },
            ticks: { color: colour('--ink'), font, autoSkip: false },
          },
        },
      },
      plugins: [valuesAtTheEnd(words, colour('--ink'), `700 12px ${style.fontFamily}`)],
    })
  }
}

/** Writes each value at the end of its bar, so that nobody has to measure against the grid. */
function valuesAtTheEnd(words: readonly string[], ink: string, font: string): Plugin<'bar'> {
  return {
    id: 'values',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      ctx.fillStyle = ink
      ctx.font = font
      ctx.textBaseline = 'middle'
      const start = chart.scales['x']!.getPixelForValue(0)
      for (const [i, bar] of chart.getDatasetMeta(0).data.entries())
        ctx.fillText(
          words[i]!,
          Math.max(start, Number.isFinite(bar.x) ? bar.x : start) + 5,
          chart.scales['y']!.getPixelForValue(i),
        )
      ctx.restore()
    },
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart-canvas': UiChartCanvas
  }
}
