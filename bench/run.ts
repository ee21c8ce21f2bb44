import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const folder = new URL('.', import.meta.url).pathname
const names = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && !['run.ts', 'report.ts', 'load.ts', 'raw-server.ts'].includes(file))
  .map((file) => file.slice(0, -3))

const [name = '', ...rest] = process.argv.slice(2)
if (!names.includes(name)) {
  console.error(`Usage: npm run bench NAME [-- --short] [-- --json]\nBenchmarks: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  process.exitCode = spawnSync(process.execPath, [`${folder}${name}.ts`, ...rest], { stdio: 'inherit' }).status ?? 1
}
