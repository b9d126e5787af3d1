package app.satchel.phone;

import android.app.Activity;
import android.content.Context;
import android.content.SharedPreferences;
import android.hardware.biometrics.BiometricManager;
import android.hardware.biometrics.BiometricPrompt;
import android.os.Build;
import android.os.CancellationSignal;
import android.security.keystore.KeyGenParameterSpec;
import android.security.keystore.KeyPermanentlyInvalidatedException;
import android.security.keystore.KeyProperties;
import android.util.Base64;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Small secrets under a key of the Keystore that works only for a finger or a face, and never again once another
 * is taught to the phone. From Android 10 on, which can say whether somebody is known.
 */
public final class Biometrics {
    /** What the phone offers. */
    static final int NOTHING = 0;
    static final int NOBODY_KNOWN = 1;
    static final int READY = 2;

    /** How a question ended. */
    static final int DONE = 0;
    static final int PUT_ASIDE = 1;
    static final int NOT_NOW = 2;
    static final int GONE = 3;

    private static final String STORE = "AndroidKeyStore";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Biometrics() {}

    public static int offer() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.Q) {
            return NOTHING;
        }
        BiometricManager manager = Phone.context().getSystemService(BiometricManager.class);
        switch (manager == null ? BiometricManager.BIOMETRIC_ERROR_NO_HARDWARE : manager.canAuthenticate()) {
            case BiometricManager.BIOMETRIC_SUCCESS:
                return READY;
            case BiometricManager.BIOMETRIC_ERROR_NONE_ENROLLED:
                return NOBODY_KNOWN;
            default:
                return NOTHING;
        }
    }

    /** Keeps a secret; how it went comes to {@link Native#known}. */
    public static void seal(int request, String name, byte[] secret, String title, String other) {
        forget(name);
        try {
            KeyGenerator maker = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE);
            maker.init(new KeyGenParameterSpec.Builder(alias(name), KeyProperties.PURPOSE_ENCRYPT | KeyProperties.PURPOSE_DECRYPT)
                    .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                    .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                    .setKeySize(256)
                    .setUserAuthenticationRequired(true)
                    .setInvalidatedByBiometricEnrollment(true)
                    .build());
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, maker.generateKey());
            ask(request, cipher, title, other, allowed -> {
                byte[] sealed = allowed.doFinal(secret);
                byte[] nonce = allowed.getIV();
                byte[] whole = new byte[nonce.length + sealed.length];
                System.arraycopy(nonce, 0, whole, 0, nonce.length);
                System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
                String text = Base64.encodeToString(whole, Base64.NO_WRAP);
                if (!kept().edit().putString(name, text).commit()) {
                    throw new IOException("not written");
                }
                return new byte[0];
            });
        } catch (GeneralSecurityException | RuntimeException refused) {
            Native.known(request, NOT_NOW, new byte[0]);
        }
    }

    /** Asks, and gives the secret to {@link Native#known}. */
    public static void open(int request, String name, String title, String other) {
        String text = kept().getString(name, null);
        try {
            byte[] whole = text == null ? new byte[0] : Base64.decode(text, Base64.NO_WRAP);
            KeyStore store = KeyStore.getInstance(STORE);
            store.load(null);
            SecretKey key = (SecretKey) store.getKey(alias(name), null);
            if (key == null || whole.length <= NONCE_BYTES) {
                Native.known(request, GONE, new byte[0]);
                return;
            }
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, whole, 0, NONCE_BYTES));
            ask(request, cipher, title, other, allowed -> allowed.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (KeyPermanentlyInvalidatedException another) {
            Native.known(request, GONE, new byte[0]);
        } catch (GeneralSecurityException | IOException | RuntimeException refused) {
            Native.known(request, NOT_NOW, new byte[0]);
        }
    }

    public static void forget(String name) {
        kept().edit().remove(name).commit();
        try {
            KeyStore store = KeyStore.getInstance(STORE);
            store.load(null);
            store.deleteEntry(alias(name));
        } catch (GeneralSecurityException | IOException absent) {
            // Without its text the key opens nothing.
        }
    }

    /** What is done once the cipher may be used. */
    private interface Work {
        byte[] with(Cipher allowed) throws GeneralSecurityException, IOException;
    }

    private static void ask(int request, Cipher cipher, String title, String other, Work work) {
        Phone.onMain(() -> {
            Activity activity = Phone.activity();
            if (activity == null || Build.VERSION.SDK_INT < Build.VERSION_CODES.Q) {
                Native.known(request, NOT_NOW, new byte[0]);
                return;
            }
            BiometricPrompt.AuthenticationCallback answers = new BiometricPrompt.AuthenticationCallback() {
                @Override
                public void onAuthenticationSucceeded(BiometricPrompt.AuthenticationResult result) {
                    try {
                        Native.known(request, DONE, work.with(result.getCryptoObject().getCipher()));
                    } catch (GeneralSecurityException broken) {
                        Native.known(request, GONE, new byte[0]);
                    } catch (IOException | RuntimeException refused) {
                        Native.known(request, NOT_NOW, new byte[0]);
                    }
                }

                @Override
                public void onAuthenticationError(int code, CharSequence message) {
                    boolean aside = code == BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED || code == BiometricPrompt.BIOMETRIC_ERROR_CANCELED;
                    Native.known(request, aside ? PUT_ASIDE : NOT_NOW, new byte[0]);
                }
            };
            try {
                new BiometricPrompt.Builder(activity)
                        .setTitle(title)
                        .setNegativeButton(other, activity.getMainExecutor(), (dialog, which) -> Native.known(request, PUT_ASIDE, new byte[0]))
                        .setConfirmationRequired(false)
                        .build()
                        .authenticate(new BiometricPrompt.CryptoObject(cipher), new CancellationSignal(), activity.getMainExecutor(), answers);
            } catch (RuntimeException refused) {
                Native.known(request, NOT_NOW, new byte[0]);
            }
        });
    }

    private static String alias(String name) {
        return "satchel-" + name;
    }

    private static SharedPreferences kept() {
        return Phone.context().getSharedPreferences("presence", Context.MODE_PRIVATE);
    }
}
