"use strict";
// The camera and pictures. Pixels leave the page as 8-bit luma over a web socket to the app on this
// machine, which opens one for each camera and each picture. A frame is made when the app asks for
// it: there is never more than one on its way, and what the camera shows meanwhile is left out.
window.satchelEye = (() => {
  // The longer side of a frame and of a still picture.
  const FRAME = 640;
  const STILL = 2200;
  // Between the answer to a frame and the next, in ms: about twelve frames a second.
  const REST = 60;
  const canvas = document.createElement("canvas");

  // Width, height, and a byte a pixel.
  const luma = (source, width, height, longest) => {
    const scale = Math.min(1, longest / Math.max(width, height, 1));
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(source, 0, 0, canvas.width, canvas.height);
    const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
    const bytes = new Uint8Array(8 + canvas.width * canvas.height);
    const head = new DataView(bytes.buffer);
    head.setUint32(0, canvas.width, true);
    head.setUint32(4, canvas.height, true);
    for (let from = 0, to = 8; to < bytes.length; from += 4, to += 1) {
      bytes[to] = (77 * data[from] + 150 * data[from + 1] + 29 * data[from + 2]) >> 8;
    }
    return bytes;
  };

  const pause = (time) => new Promise((done) => setTimeout(done, time));

  // The element, which is drawn a moment later than it is asked for.
  const element = async (id) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = document.getElementById(id);
      if (found) return found;
      await pause(20);
    }
    return null;
  };

  // The line to the app; where it does not come about, the app notices by itself.
  const line = (address) => new Promise((done) => {
    const socket = new WebSocket(address);
    socket.onopen = () => done(socket);
    socket.onerror = () => done(null);
  });

  const say = (socket, words) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(words));
  };

  const TROUBLE = {
    NotAllowedError: "denied",
    SecurityError: "denied",
    NotReadableError: "busy",
    AbortError: "busy",
  };

  const opened = () => {
    const devices = navigator.mediaDevices;
    if (!devices || !devices.getUserMedia) throw new DOMException("", "NotFoundError");
    const video = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 960 } };
    return devices.getUserMedia({ audio: false, video });
  };

  let ears = null;
  const tone = (pitch, from, length) => {
    const [source, volume] = [ears.createOscillator(), ears.createGain()];
    source.frequency.value = pitch;
    volume.gain.value = 0.06;
    source.connect(volume).connect(ears.destination);
    source.start(ears.currentTime + from);
    source.stop(ears.currentTime + from + length);
  };
  // A short high tone and a short shake for a code that was taken, two low ones for one that nobody
  // knows, so that the eyes can stay on the goods.
  const answer = (known, { sound, shake }) => {
    if (shake && navigator.vibrate) navigator.vibrate(known ? 40 : [60, 60, 60]);
    if (!sound) return;
    try {
      ears ??= new AudioContext();
      if (known) tone(1760, 0, 0.07);
      else [0, 0.14].forEach((from) => tone(330, from, 0.1));
    } catch { /* A phone without sound scans all the same. */ }
  };

  // Shows the camera in a video element and sends what it sees, for as long as the element and the
  // line last.
  const camera = async (id, address, manner) => {
    const [socket, video] = await Promise.all([line(address), element(id)]);
    if (!socket) return;
    let stream = null;
    let track = null;
    const leave = () => {
      if (track) track.stop();
      if (video) video.srcObject = null;
      socket.close();
    };
    socket.onclose = leave;
    if (!video) {
      leave();
      return;
    }
    try {
      stream = await opened();
    } catch (error) {
      say(socket, { trouble: TROUBLE[error.name] || "none" });
      return;
    }
    [track] = stream.getVideoTracks();
    const over = () => socket.readyState !== WebSocket.OPEN || track.readyState !== "live" || !video.isConnected;
    // The rep may have closed it while the phone was still asking for the camera.
    if (over()) {
      leave();
      return;
    }
    const watch = setInterval(() => {
      if (!over()) return;
      clearInterval(watch);
      if (video.isConnected && track.readyState !== "live") say(socket, { trouble: "unplugged" });
      else leave();
    }, 250);

    const frame = async () => {
      await pause(REST);
      while (!over() && !(video.readyState >= 2 && video.videoWidth)) await pause(40);
      if (!over()) socket.send(luma(video, video.videoWidth, video.videoHeight, FRAME));
    };
    socket.onmessage = ({ data }) => {
      if (data === "next") frame();
      else if (data === "known" || data === "unknown") answer(data === "known", manner);
      else track.applyConstraints({ advanced: [{ torch: data === "light" }] }).catch(() => {});
    };
    video.srcObject = stream;
    video.play().catch(() => {});
    say(socket, { ready: true, torch: Boolean(track.getCapabilities && track.getCapabilities().torch) });
    frame();
  };

  // Draws what a camera of the app sees in a canvas, one picture at a time.
  const screen = async (id, address, manner) => {
    const [socket, paper] = await Promise.all([line(address), element(id)]);
    if (!socket) return;
    if (!paper) {
      socket.close();
      return;
    }
    const watch = setInterval(() => {
      if (paper.isConnected && socket.readyState === WebSocket.OPEN) return;
      clearInterval(watch);
      socket.close();
    }, 250);
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") {
        answer(data === "known", manner);
        return;
      }
      const head = new DataView(data);
      paper.width = head.getUint32(0, true);
      paper.height = head.getUint32(4, true);
      const drawing = paper.getContext("2d");
      const picture = drawing.createImageData(paper.width, paper.height);
      const grey = new Uint8Array(data, 8);
      const pixels = new Uint32Array(picture.data.buffer);
      for (let at = 0; at < grey.length; at += 1) pixels[at] = 0xff000000 | (grey[at] * 0x010101);
      drawing.putImageData(picture, 0, 0);
      say(socket, { drawn: true });
    };
  };

  const chosen = new Map();

  // Says each time a picture is chosen in a file field; the app then has it sent.
  const pictures = async (id, tell) => {
    const field = await element(id);
    while (field && field.isConnected) {
      const event = await new Promise((done) => field.addEventListener("change", done, { once: true }));
      event.stopPropagation();
      const [file] = field.files;
      if (!file) continue;
      chosen.set(id, file);
      field.value = "";
      tell({ chosen: true });
    }
  };

  // Sends the picture that was chosen last in a field.
  const picture = async (id, address) => {
    const [socket, file] = [await line(address), chosen.get(id)];
    chosen.delete(id);
    if (!socket) return;
    try {
      const drawn = await createImageBitmap(file);
      socket.send(luma(drawn, drawn.width, drawn.height, STILL));
      drawn.close();
    } catch {
      say(socket, { trouble: "unreadable" });
    }
  };

  return { camera, screen, pictures, picture };
})();
