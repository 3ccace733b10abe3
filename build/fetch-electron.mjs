// Fetches Electron's binary in a bounded time, or says why not. The package's own installer knows no time limit.
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { electronPackage } from './find-runtime.mjs';

const REACH_LIMIT = 5_000;
const DOWNLOAD_LIMIT = 10 * 60_000;

const say = (/** @type {string} */ text) => console.log(`[start] ${text}`);

/** Whether a TCP connection to the address comes about in time. A firewall may swallow it without an answer. */
const canReach = (/** @type {URL} */ { hostname, port, protocol }, /** @type {number} */ limit) =>
  new Promise((resolve) => {
    const socket = net.connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) });
    const end = (/** @type {boolean} */ reached) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reached);
    };
    const timer = setTimeout(() => end(false), limit);
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });

/** Runs the installer; it checks the archive's checksum itself. */
const install = (/** @type {number} */ limit) =>
  new Promise((resolve) => {
    const installer = spawn(process.execPath, [path.join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'inherit', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    installer.stderr.on('data', (data) => {
      complaint += data;
    });
    const timer = setTimeout(() => {
      say('下载用时过长，已停止 / the download took too long');
      installer.kill();
    }, limit);
    installer.on('exit', (code) => {
      clearTimeout(timer);
      if (code !== 0) say(`下载失败 / the download failed: ${complaint.trim().split('\n')[0] || code}`);
      resolve(code === 0);
    });
  });

/** Tries to fetch the binary; true when the installer succeeded. Limits in milliseconds may be set for slow lines. */
export const fetchElectron = async () => {
  const { env } = process;
  const source = new URL(env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/');
  const proxied = env.HTTPS_PROXY ?? env.https_proxy ?? env.ELECTRON_GET_USE_PROXY;
  if (!proxied && !(await canReach(source, Number(env.START_REACH_LIMIT_MS ?? REACH_LIMIT)))) {
    say(`无法连接 ${source.host}，不能下载 Electron / ${source.host} cannot be reached`);
    return false;
  }
  const limit = Number(env.START_DOWNLOAD_LIMIT_MS ?? DOWNLOAD_LIMIT);
  say(`首次运行：下载 Electron（约 120 MB，最多 ${limit / 1000} 秒）/ downloading Electron once`);
  return install(limit);
};
