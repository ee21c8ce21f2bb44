import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Check, type Finding, projectFiles, readProjectFile, root } from './findings.ts'

type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string> | undefined>
type LockedPackage = { resolved?: string; link?: boolean; optional?: boolean }

const maxMegabytes = 50

/** Ranges in `manifest` that are not one exact version: another machine would get another product. */
export function inexactVersions(manifest: Partial<Manifest>): string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  return Object.entries(all).flatMap(([name, range]) =>
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range) ? [] : [`${name}@${range}`],
  )
}

function megabytes(folder: string): number {
  return Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0])
}

function judgeSizes(packages: Record<string, LockedPackage>): Finding[] {
  const decisions = projectFiles(/^docs\/decisions\/.*\.md$/)
    .map(readProjectFile)
    .join('\n')
  return Object.entries(packages).flatMap(([path, entry]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (!path.includes('node_modules/') || entry.link || !existsSync(root + path)) return []
    const size = megabytes(root + path)
    if (size <= maxMegabytes || decisions.includes(`\`${name}\``)) return []
    return [{ file: 'package-lock.json', message: `${name} takes ${size} MB and no decision record names it` }]
  })
}

export const packages: Check = {
  name: 'packages',
  run: (): Finding[] => {
    const findings: Finding[] = projectFiles(/(^|\/)package\.json$/).flatMap((file) =>
      inexactVersions(JSON.parse(readProjectFile(file))).map((found) => ({ file, message: `${found} is not exact` })),
    )
    const lock = JSON.parse(readProjectFile('package-lock.json')) as { packages: Record<string, LockedPackage> }
    for (const [path, entry] of Object.entries(lock.packages)) {
      if (entry.resolved?.startsWith('http'))
        findings.push({ file: 'package-lock.json', message: `${path} names a host` })
    }
    return [...findings, ...judgeSizes(lock.packages)]
  },
}
