import { existsSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from './config.ts'
import { setupLines } from './stage/addresses.ts'
import { awaitsAdministrator, newSetupLink } from './stage/setup-link.ts'
import { StartError } from './store/open/start-error.ts'

/** A new set-up link for the installation of this folder; the one before is dead with it. */
function main(): void {
  const config = readConfig(process.env, '')
  const dataDir = path.resolve(process.env['TANGGAP_ROOT'] ?? process.cwd(), config.dataDir)
  if (!awaitsAdministrator(dataDir))
    throw new StartError(
      existsSync(path.join(dataDir, 'key'))
        ? 'This installation already has an administrator, who lets others in; no set-up link opens it any more.'
        : `Nothing was started in ${dataDir} yet; start it first (TANGGAP_MODE=production npm start), it prints a link by itself.`,
    )
  process.stdout.write(setupLines(config, config.port, newSetupLink(dataDir, Date.now())))
}

try {
  main()
} catch (error) {
  process.stderr.write(`No set-up link: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
