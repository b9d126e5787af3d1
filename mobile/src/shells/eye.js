"use strict";
// The camera and pictures. Pixels leave the page as 8-bit luma in base64, the one form of bytes that
// every shell's channel takes; the next frame is made when the last was read.
window.satchelEye = (() => {
  // The longer side of a frame and of a still picture.
  const FRAME = 640;
  const STILL = 2200;
  const canvas = document.createElement("canvas");

  const base64 = (bytes) => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192));
    }
    return btoa(text);
  };

  const luma = (source, width, height, longest) => {
    const scale = Math.min(1, longest / Math.max(width, height, 1));
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(source, 0, 0, canvas.width, canvas.height);
    const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8Array(canvas.width * canvas.height);
    for (let at = 0; at < grey.length; at += 1) {
      grey[at] = (77 * data[4 * at] + 150 * data[4 * at + 1] + 29 * data[4 * at + 2]) >> 8;
    }
    return { width: canvas.width, height: canvas.height, luma: base64(grey) };
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

  const TROUBLE = {
    NotAllowedError: "denied",
    SecurityError: "denied",
    NotReadableError: "busy",
    AbortError: "busy",
  };

  const opened = () => {
    const devices = navigator.mediaDevices;
    if (!devices || !devices.getUserMedia) throw new DOMException("", "NotFoundError");
    const video = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } };
    return devices.getUserMedia({ audio: false, video });
  };

  let sound = null;
  // A short tone and a short shake, so that the eyes can stay on the goods.
  const heard = () => {
    if (navigator.vibrate) navigator.vibrate(40);
    try {
      sound ??= new AudioContext();
      const [tone, volume] = [sound.createOscillator(), sound.createGain()];
      tone.frequency.value = 1760;
      volume.gain.value = 0.06;
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + 0.07);
    } catch { /* A phone without sound scans all the same. */ }
  };

  // Shows the camera in a video element and gives a frame for each "frame" asked, until "stop" or
  // until the element is gone.
  const camera = async (id, send, receive) => {
    const video = await element(id);
    if (!video) return;
    let stream;
    try {
      stream = await opened();
    } catch (error) {
      send({ trouble: TROUBLE[error.name] || "none" });
      return;
    }
    const [track] = stream.getVideoTracks();
    const watch = setInterval(() => { if (!video.isConnected) track.stop(); }, 500);
    try {
      video.srcObject = stream;
      await video.play().catch(() => {});
      send({ ready: true, torch: Boolean(track.getCapabilities && track.getCapabilities().torch) });
      for (;;) {
        const wish = await receive();
        if (wish === "stop" || !video.isConnected) return;
        if (wish === "heard") heard();
        else if (wish === "light" || wish === "dark") {
          await track.applyConstraints({ advanced: [{ torch: wish === "light" }] }).catch(() => {});
        } else {
          await pause(60);
          while (track.readyState === "live" && !(video.readyState >= 2 && video.videoWidth)) await pause(40);
          if (track.readyState !== "live") {
            send({ trouble: "unplugged" });
            return;
          }
          send(luma(video, video.videoWidth, video.videoHeight, FRAME));
        }
      }
    } finally {
      clearInterval(watch);
      track.stop();
      video.srcObject = null;
    }
  };

  // Gives each picture that is chosen in a file field.
  const pictures = async (id, send) => {
    const field = await element(id);
    while (field && field.isConnected) {
      const event = await new Promise((done) => field.addEventListener("change", done, { once: true }));
      event.stopPropagation();
      const [file] = field.files;
      if (!file) continue;
      send({ reading: true });
      try {
        const picture = await createImageBitmap(file);
        send(luma(picture, picture.width, picture.height, STILL));
        picture.close();
      } catch {
        send({ trouble: "unreadable" });
      }
      field.value = "";
    }
  };

  return { camera, pictures };
})();
