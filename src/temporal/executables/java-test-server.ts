import { readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findOnPath } from './find-on-path';
import { MAIN_CLASS, MAIN_SOURCE, POM, TEST_SERVER_VERSION } from './java-test-server-source';
import { lastLines, runCommand } from './run-command';
import { writeJavaLauncher } from './test-server-launchers';

const OLDEST_JAVA = 11;
const MAVEN_MS = 10 * 60_000;
const TOOL_MS = 2 * 60_000;
const TICK_MS = 2_000;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const ARCHIVE = 'classes.jsa';

/** A test server lives for seconds: it starts quickest with the simple collector and the quick compiler. */
const QUICK = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * Makes the time-skipping server from its Java artifact: Maven resolves it, a main class of our own is compiled that
 * listens on loopback, its classes are archived (which takes three quarters of the processor time off each start), and
 * a launcher is written as `folder/file`.
 */
export async function buildJavaTestServer(
  folder: string,
  file: string,
  onProgress: (message: string) => void,
): Promise<void> {
  if (process.platform === 'win32') throw new Error('the launcher needs a Unix shell');
  const java = jdkTool('java');
  await checkJdk();
  await resolveArtifacts(folder, onProgress);

  onProgress('Preparing the Temporal test server…');
  await compileMain(folder);
  const classPath = (await readdir(join(folder, 'lib')))
    .sort()
    .map((jar) => `lib/${jar}`)
    .join(delimiter);
  const run = [...QUICK, '-cp', classPath, MAIN_CLASS];
  const tool = { folder, timeoutMs: TOOL_MS };
  await runTool(java, run, tool);
  const archive = await runTool(java, [`-XX:ArchiveClassesAtExit=${ARCHIVE}`, ...run], tool).then(
    () => [`-XX:SharedArchiveFile=${ARCHIVE}`, '-Xlog:disable', '-Xlog:all=error:stderr'],
    // A Java that cannot archive classes only starts more slowly.
    () => [],
  );
  await writeJavaLauncher(folder, file, TEST_SERVER_VERSION, java, [...archive, ...run]);
}

/** A tool of the JDK, by its path: of `JAVA_HOME`, else on PATH. */
function jdkTool(name: string): string {
  const home = process.env['JAVA_HOME'];
  const path = home ? findOnPath(name, { PATH: join(home, 'bin') }) : findOnPath(name);
  if (path !== undefined) return path;
  const where = home ? `JAVA_HOME (${home})` : 'PATH';
  throw new Error(`no JDK of version ${String(OLDEST_JAVA)} or newer: there is no \`${name}\` on ${where}`);
}

async function checkJdk(): Promise<void> {
  const { ok, output, problem } = await runCommand(jdkTool('javac'), ['-version'], { timeoutMs: 20_000 });
  if (!ok) throw new Error(`javac -version ${problem}`);
  const major = Number(/javac (\d+)/.exec(output)?.[1] ?? 0);
  if (major < OLDEST_JAVA) {
    throw new Error(`${output.trim()} is too old: JDK ${String(OLDEST_JAVA)} or newer is needed`);
  }
}

async function resolveArtifacts(folder: string, onProgress: (message: string) => void): Promise<void> {
  const maven = findOnPath('mvn');
  if (maven === undefined) throw new Error('Maven, which fetches it, is not installed (no `mvn` on PATH)');
  await writeFile(join(folder, 'pom.xml'), POM);
  let latest = '';
  const report = () => {
    onProgress(`Fetching the Temporal test server with Maven… ${latest}`.trim());
  };
  report();
  const ticks = setInterval(report, TICK_MS);
  try {
    await runTool(
      maven,
      ['-B', '-Dstyle.color=never', COPY, '-DoutputDirectory=lib', '-DincludeScope=runtime'],
      {
        folder,
        timeoutMs: MAVEN_MS,
        onLine: (line) => (latest = /^\[INFO\] Downloading .*\/(\S+)$/.exec(line)?.[1] ?? latest),
      },
    );
  } finally {
    clearInterval(ticks);
  }
  await rm(join(folder, 'pom.xml'));
}

async function compileMain(folder: string): Promise<void> {
  const source = `${MAIN_CLASS}.java`;
  await writeFile(join(folder, source), MAIN_SOURCE);
  const tool = { folder, timeoutMs: TOOL_MS };
  const release = ['--release', String(OLDEST_JAVA)];
  await runTool(jdkTool('javac'), [...release, '-cp', 'lib/*', '-d', 'classes', source], tool);
  // Classes can be archived from jars only.
  await runTool(jdkTool('jar'), ['--create', '--file', 'lib/launcher.jar', '-C', 'classes', '.'], tool);
  await rm(join(folder, source));
  await rm(join(folder, 'classes'), { recursive: true });
}

async function runTool(
  command: string,
  args: readonly string[],
  { folder, ...options }: { folder: string; timeoutMs: number; onLine?: (line: string) => void },
): Promise<void> {
  const { ok, output, problem } = await runCommand(command, args, {
    cwd: folder,
    supervised: true,
    ...options,
  });
  if (ok) return;
  const errors = output.split('\n').filter((line) => line.startsWith('[ERROR]'));
  throw new Error(`${command} ${problem}:\n${errors[0] ?? lastLines(output, 3)}`);
}
