// What tests written for vitest need of it, so that the rules' tests stay loaded while one mutant after another is switched on.
import { format } from 'node:util'
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

export const expect = (value, message) => chai.expect(value, message)
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT])
globalThis[GLOBAL_EXPECT] = expect
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect)

/** The tests of the bundle loaded last, by their whole title. */
export const tests = new Map()
let suites = []

export function describe(title, ...rest) {
  suites.push(title)
  rest.find(it => typeof it === 'function')()
  suites.pop()
}

export function it(title, ...rest) {
  const name = [...suites, title].join(' > ')
  const id = tests.has(name) ? `${name} (${tests.size})` : name
  tests.set(
    id,
    rest.find(it => typeof it === 'function'),
  )
}

const each = add => table => (title, run) => {
  for (const row of table) {
    const values = Array.isArray(row) ? row : [row]
    add(format(title, ...values), () => run(...values))
  }
}
it.each = each(it)
describe.each = each(describe)
