/**
 * Runs the `main` of a script in TypeScript with the words of the command line. Plain Node starts here, so that a missing
 * installation ends in a sentence instead of a stack.
 * @param {URL} script
 */
export async function command(script) {
  let main
  try {
    const { register } = await import('tsx/esm/api')
    register()
    ;({ main } = await import(script.href))
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(
      'Paket belum terpasang: jalankan "npm install" dahulu. (Packages are missing: run "npm install" first.)',
    )
    process.exit(1)
  }
  // Who reads only the first lines (`| head`) has had enough; that is no failure.
  process.stdout.on('error', error => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  process.exitCode = await main(process.argv.slice(2))
}
