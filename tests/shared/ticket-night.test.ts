import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (file: string) => readFileSync(new URL(`../../shared/web/ui/${file}`, import.meta.url), 'utf8')
const values = (block: string) =>
  Object.fromEntries(
    block
      .replace(/\/\*[^]*?\*\//g, '')
      .toLowerCase()
      .replace(/ \./g, ' 0.')
      .split(';')
      .map(line => line.split(':').map(side => side.trim()))
      .filter(pair => pair.length === 2),
  )

it('gives a phone at night the dark values of every other screen', () => {
  const dark = /\[data-theme='dark'\] \{([^]*?)\n\}/.exec(read('tokens.css'))![1]!
  const night = /:root:not\(\[data-theme\]\) \{([^]*?)\}/.exec(read('night.css'))![1]!
  expect(Object.keys(values(dark)).length).toBeGreaterThan(30)
  expect(values(night)).toEqual(values(dark))
})
