package dupin.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a person types for a thing, it is kept under the key that imported evidence of that thing has.
class TypedEntityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "DEVICE;WS-014.corp.example;ws-014",
                "DEVICE;\\\\WS-014;ws-014",
                "USER;Anna.K@Contoso.example;anna.k@contoso.example",
                "USER;anna.k[@]contoso[.]example;anna.k@contoso.example",
                "USER;CONTOSO\\Anna;contoso\\anna",
                "USER;S-1-5-21-1-2-3-1105;sid-s-1-5-21-1-2-3-1105",
                "MAILBOX;Invoices@Contoso.example;invoices@contoso.example",
                "FILE;`C:\\Tools\\..\\Tools\\Agent.EXE`;|c:/tools/agent.exe",
                "FILE;%SystemRoot%\\System32\\x.dll;|c:/windows/system32/x.dll",
                "FILE;WS-014.corp.example|C:\\Tools\\a.exe;ws-014|c:/tools/a.exe",
                "FILE;D41D8CD98F00B204E9800998ECF8427E;md5-d41d8cd98f00b204e9800998ecf8427e",
                "IP_ADDRESS;203[.]0[.]113[.]7;203.0.113.7",
                "IP_ADDRESS;::FFFF:203.0.113.7;203.0.113.7",
                "IP_ADDRESS;[2001:DB8::1]:443;2001:db8:0:0:0:0:0:1",
                "DOMAIN;Files[.]Example[.]COM.;files.example.com",
                "URL;hxxps://Files[.]Example.com:443/A?b=C;https://files.example.com/A?b=C",
                "URL;files.example.com/a;files.example.com/a",
            })
    void anySpellingIsKeptInOneForm(EntityKind kind, String typed, String kept) {
        TypedEntity read = TypedEntity.of(kind, "  " + typed + " ", true);
        assertThat(read.refusal()).isEmpty();
        assertThat(read.key()).isEqualTo(new EntityKey(kind, kept));
    }

    @Test
    void theKeyIsThatOfTheEvidence() {
        assertThat(TypedEntity.of(EntityKind.DEVICE, "SRV-01.corp.example", true).key())
                .isEqualTo(Entity.Device.named("srv-01").key());
        assertThat(TypedEntity.of(EntityKind.USER, "corp.example\\Bob", true).key())
                .isEqualTo(Entity.User.ofAccount("", "corp.example\\bob").key());
        assertThat(TypedEntity.of(EntityKind.FILE, "SRV-01|c:/a/b.exe", false).key())
                .isEqualTo(Entity.File.of("C:\\a\\B.exe", "", "srv-01.corp.example").key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DEVICE;two words;no device name",
                "USER;a/b;no account",
                "MAILBOX;contoso.example;no mail address",
                "FILE;agent.exe;neither a hash",
                "FILE;C:\\a\\b.exe;needs the file's hash",
                "IP_ADDRESS;10.0.0.0/8;range",
                "IP_ADDRESS;300.1.1.1;no IPv4",
                "DOMAIN;localhost;no domain",
                "DOMAIN;https://a.example/b;choose the kind URL",
                "URL;not a url;no URL",
            })
    void whatNamesNothingIsRefusedWithASentence(EntityKind kind, String typed, String why) {
        TypedEntity read = TypedEntity.of(kind, typed, false);
        assertThat(read.key()).isNull();
        assertThat(read.refusal()).contains(why).endsWith(".");
    }
}
