import { parseArgs } from 'node:util'
import { kill } from './kill.ts'
import { race } from './race.ts'

const USAGE = `npm run bench [-- --json FILE] [-- --quick]   the program against its limits, in one run
npm run bench -- race [--operations 10000]    takes and calls racing from 64 clients
npm run bench -- kill [--kills 20]            the server killed under load, again and again`

/** Runs what was asked for; the exit code is 1 when something was wrong or a limit was missed. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      operations: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
    },
  })
  const seed = Number(values.seed)
  switch (positionals[0]) {
    case 'race':
      return report(await race(Number(values.operations), 64, seed))
    case 'kill':
      return report(await kill(Number(values.kills), seed))
    default:
      console.error(USAGE)
      return 2
  }
}

function report(result: { readonly wrong: Readonly<Record<string, number>> }): number {
  const { wrong, ...figures } = result
  for (const [name, value] of Object.entries(figures)) line(name, typeof value === 'number' ? value : 0)
  console.log('must be zero:')
  for (const [name, value] of Object.entries(wrong)) line(`  ${name}`, value)
  const good = Object.values(wrong).every(count => count === 0)
  console.log(good ? 'PASS' : 'FAIL')
  return good ? 0 : 1
}

function line(name: string, value: number): void {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  console.log(`${words.padEnd(36)}${(Math.round(value * 10) / 10).toLocaleString('en').padStart(12)}`)
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error)
    process.exit(1)
  },
)
