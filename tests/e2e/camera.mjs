// A camera for browsers that were built without one: the page draws the film of video.mjs itself.
import { modules } from './video.mjs';

/** Whether pages can have the browser's (fake) camera at all, allowed or not. */
export async function hasCamera(page) {
  return page.evaluate(async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      stream.getTracks().forEach((track) => track.stop());
      return true;
    } catch (error) {
      return error.name !== 'NotSupportedError';
    }
  });
}

/** From the page's next load on, two seconds of nothing and two of the code again and again, once the camera is allowed. */
export async function lendCamera(page, code) {
  await page.addInitScript((bars) => {
    const film = () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 480];
      const context = canvas.getContext('2d');
      const draw = () => {
        context.fillStyle = 'rgb(200, 200, 200)';
        context.fillRect(0, 0, 640, 480);
        if (performance.now() % 4000 < 2000) return;
        context.fillStyle = 'rgb(30, 30, 30)';
        [...bars].forEach((bar, at) => bar === '1' && context.fillRect(130 + at * 4, 130, 4, 220));
      };
      draw();
      setInterval(draw, 1000 / 15);
      return canvas.captureStream(15);
    };
    navigator.mediaDevices.getUserMedia = async () => {
      const { state } = await navigator.permissions.query({ name: 'camera' });
      if (state !== 'granted') throw new DOMException('', 'NotAllowedError');
      return film();
    };
  }, modules(code));
  await page.reload();
}
